//! Help with names and addresses, in `hostinfo`, `lookup` and whatever else resolves.

use grader::Ladder;

pub(super) const OWN_NAME: Ladder = Ladder {
    checks: &[
        "prints-the-hostname-and-its-address",
        "says-that-the-hostname-does-not-resolve",
    ],
    question: "Somebody gave this machine a name: who has to know of it, for the name to stand for an address?",
    call: "`dns_lookup::get_hostname`, which is gethostname(2), gives a name and nothing else; no network is \
           asked. The name then goes through your own `resolve`, and that may fail: its LookupError is the one to \
           report.",
    sketch: "hostname = what the system calls this machine\n\
             resolved = resolve(&hostname); a failure becomes `HOSTNAME: REASON`, and ends it here\n\
             text = a line for the hostname, then a line for each address\n\
             return the text: main prints it, so nothing is printed before all of it is known",
    learnt: "The name that a machine calls itself need not resolve: its addresses come from the resolver, as for \
             any other name.",
};

pub(super) const EVERY_ADDRESS: Ladder = Ladder {
    checks: &[
        "finds-the-addresses-of-localhost",
        "prints-every-address-of-the-host",
        "lists-every-address",
        "finds-addresses-of-one-kind",
        "lists-60-addresses",
    ],
    question: "A large site has many machines, some with IPv4 addresses and some with IPv6 ones: what does one \
               lookup of its name have to bring?",
    call: "`dns_lookup::getaddrinfo`, see getaddrinfo(3): the family in the hints (`address`), where 0 asks for \
           both kinds, and that it returns an iterator, not one address. Each item of it is a Result.",
    sketch: "in `resolve`: hints with no family, and with one type of socket\n\
             ask getaddrinfo for the name, without a service\n\
             for each answer, to the last one: the IP address in its sockaddr goes into a Vec\n\
             IpAddr holds either kind, and a Vec grows as long as answers come\n\
             in the program: a line for the name, then a line for each address in the Vec",
    learnt: "A name stands for a list of addresses, of any length and of both kinds, and one question to the \
             resolver brings all of it.",
};

pub(super) const ONCE_AND_IN_ORDER: Ladder = Ladder {
    checks: &[
        "prints-an-address-of-the-host-once",
        "lists-each-address-once",
        "tries-each-address-once",
        "tries-addresses-in-the-resolvers-order",
    ],
    question: "Why may one address stand in the answer more than once, and what else would change if you sorted \
               the list to find its doubles?",
    call: "getaddrinfo(3): without a type in the hints (`socktype` 0) an address may come once for each type of \
           socket, and even with `SockType::Stream.into()` it may be repeated. `Vec::contains` leaves the order \
           alone; sorting, or collecting into a set, does not.",
    sketch: "in `resolve`: hints that ask for streams only\n\
             addrs = an empty Vec\n\
             for each answer: addr = the IP address of its sockaddr\n\
             if addrs does not contain addr: push it, at the end\n\
             whoever connects begins with the first one",
    learnt: "The resolver puts the address that is most likely to work from here first (RFC 6724), so a program \
             keeps that order and takes each address once.",
};

pub(super) const CANONICAL_NAME: Ladder = Ladder {
    checks: &[
        "shows-the-name-behind-aliases",
        "shows-the-name-from-the-hosts-file",
        "repeats-the-canonical-name",
    ],
    question: "If a name is an alias of an alias, who has followed the whole chain by the time that you have an \
               address?",
    call: "The flag AI_CANONNAME in the `flags` of `AddrInfoHints`: without it, `canonname` is None in every \
           answer of getaddrinfo(3); with it, it is there in the first answer only. lookup_addr is no way to it: \
           that asks another question.",
    sketch: "hints: flags = AI_CANONNAME\n\
             canonical = the name as it was given, for the case that none comes\n\
             for each answer: where canonname is Some, canonical = that\n\
             in addrinfo: look for it once, in the whole list; `show` repeats it in each block",
    learnt: "An alias leads to one canonical name, in DNS by a record CNAME, and the resolver follows it for \
             whoever asks.",
};

pub(super) const WAY_BACK: Ladder = Ladder {
    checks: &[
        "finds-the-name-of-an-address",
        "turns-an-address-into-its-name",
        "says-that-an-address-has-no-name",
        "shows-addresses-in-canonical-form",
    ],
    question: "Who decides which name an address has: whoever has the name, or whoever has the address? And if \
               nobody gave it one?",
    call: "`dns_lookup::lookup_addr`, which is getnameinfo(3) with the flag NI_NAMEREQD: an address without a name \
           is an error of the kind NoName, not the address as text. It takes an IpAddr of either kind.",
    sketch: "in `name_of`: lookup_addr of the IpAddr; an error goes through `reason`\n\
             first line: the name that came\n\
             second line: the IpAddr, as its Display shows it: that is the canonical form\n\
             what somebody typed is shown in an error only, and `answer_all` does that",
    learnt: "The way from an address back to a name is a question of its own, whoever has the address decides what \
             the answer is, and often there is none.",
};

pub(super) const SEVERAL_ARGUMENTS: Ladder = Ladder {
    checks: &[
        "answers-each-argument-in-turn",
        "answers-the-others-after-a-failure",
    ],
    question: "When you are about to print a blank line, how do you know that an answer stands above it and \
               another one follows?",
    call: "Not a socket call but `writeln!`: what goes to `io::stdout()`, and what to `io::stderr()`? And the bool \
           that `answer_all` returns: main makes the exit status of it.",
    sketch: "printed = 0; then for each argument, in order:\n\
             an answer: a blank line if printed > 0, then its text, then printed += 1\n\
             a failure: `error: ARGUMENT: REASON`, a line on stderr, and on to the next argument\n\
             at the end: true if printed is the number of arguments",
    learnt: "Each lookup fails or succeeds by itself, so a program that asks for many names answers what it can, \
             and its exit status says whether that was all.",
};

pub(super) const REASONS: Ladder = Ladder {
    checks: &[
        "says-name-not-known",
        "says-try-again-later",
        "says-try-again-later-for-an-address",
        "says-try-again-later-when-nobody-answers",
        "refuses-a-name-without-addresses",
        "addrinfo-says-why-a-name-fails",
        "fetch-says-why-a-name-fails",
    ],
    question: "Somebody reads your error: should they look for a typing mistake, or ask for the same name again in \
               an hour? What in the failure tells you?",
    call: "`LookupError::kind()`, made of the codes in getaddrinfo(3): NoName (EAI_NONAME) is an answer, Again \
           (EAI_AGAIN) is none. Every other kind, for example of a name without addresses, says by itself what it \
           is (Display).",
    sketch: "in `reason`: match on error.kind()\n\
             NoName: `name not known`; Again: `try again later`\n\
             any other kind: what the error says\n\
             map the errors of `resolve` and of lookup_addr with it, in all programs\n\
             ask once: the resolver has already asked as often as it makes sense",
    learnt: "`No such name` is an answer by somebody who knows, and `try again later` is none: after that, the \
             name may well exist.",
};

pub(super) const WRONG_USAGE: Ladder = Ladder {
    checks: &[
        "hostinfo-refuses-arguments",
        "lookup-refuses-no-arguments",
        "addrinfo-refuses-wrong-arguments",
        "fetch-refuses-wrong-arguments",
    ],
    question: "Where can a wrong argument be noticed, so that nothing behind that place ever meets one?",
    call: "`clap::Parser::parse()`: where the arguments do not fit the struct, it writes a message to stderr and \
           ends the program with status 2. The struct says what fits: `required = true`, `value_enum`, \
           `value_parser!(u16).range(1..)`.",
    sketch: "parse() is the first line of main, before any question to the resolver\n\
             a field with neither default nor Option must be given; what no field takes is refused\n\
             in addrinfo, --type is an enum; in fetch, a port is a u16 from 1, and the timeout a u64 from 1\n\
             status 1 is for what was asked in the right way and could not be done",
    learnt: "Status 2 says that the question was wrong, status 1 that there was no good answer, and only the \
             second can have to do with the network.",
};
