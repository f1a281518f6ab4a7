//! Help with `addrinfo`: what getaddrinfo says about a socket.

use grader::Ladder;

pub(super) const CONSTANTS: Ladder = Ladder {
    checks: &[
        "shows-a-stream-socket-address",
        "shows-a-datagram-socket-address",
        "shows-an-ipv6-socket-address",
    ],
    question: "A constant has one name and, on each system, another number: how can your program print the name \
               without knowing the number?",
    call: "`SockType` and `Protocol` of dns_lookup: `.into()` makes them this system's numbers, those that \
           socket(2) takes. The `socktype` of the hints says which type you ask for. The `sockaddr` of an answer \
           is a SocketAddr, and its Display writes the brackets.",
    sketch: "in `ask`: hints with AI_CANONNAME, and as socktype the SockType that `--type` names\n\
             in `type_name` and `protocol_name`: pairs of a number and its name, as in `family_name`\n\
             the number of a pair is a SockType or a Protocol with .into(); only IPPROTO_IP is a plain 0\n\
             `name_of` finds the pair, or shows a number that has none",
    learnt: "Family, type and protocol say which socket to make; the numbers of the first two are each system's \
             own, those of the protocols are the same everywhere.",
};

pub(super) const EVERY_ENTRY: Ladder = Ladder {
    checks: &["shows-every-type", "shows-every-address"],
    question: "A name has two addresses, and you ask for no type in particular: how many different sockets could \
               be made of the answer?",
    call: "`dns_lookup::getaddrinfo` with the `socktype` 0, which asks for every type. On Linux, a port number \
           then has three entries for each address: stream, datagrams and raw, the last one with protocol 0. It \
           returns an iterator of Results.",
    sketch: "in `ask`: socktype = 0 where --type is missing\n\
             collect all answers into a Vec; the first Err among them ends it\n\
             keep each entry, even if only its type differs from that of another one\n\
             a block for each; every type that may come needs its name in `type_name`",
    learnt: "Each entry of getaddrinfo describes one socket that could be made, so an address may come several \
             times, once for each type.",
};

pub(super) const SERVICES: Ladder = Ladder {
    checks: &["knows-services-by-name", "shows-what-a-service-speaks"],
    question: "How does your machine know that `domain` is port 53, and for which protocols?",
    call: "The second argument of getaddrinfo(3), the service: a name, an alias, or a number in digits. A name is \
           looked up in the table of services(5), on Unix the file /etc/services, and there is an answer only for \
           a protocol that has its line there.",
    sketch: "in `ask`: give SERVICE to getaddrinfo as it was typed\n\
             where --type is missing, socktype is 0, and the table decides which types come\n\
             print what came: add no type that is not there, leave none out\n\
             the port is in the sockaddr of each answer",
    learnt: "A service's name is a line in a table, with a port and a protocol, and it does not say that anybody \
             listens there.",
};

pub(super) const SERVICE_NOT_KNOWN: Ladder = Ladder {
    checks: &[
        "says-service-not-known",
        "says-service-not-known-for-the-type",
    ],
    question: "A question with two parts, a host and a service, has failed: which of the two is to blame?",
    call: "`LookupErrorKind::Service` (EAI_SERVICE in getaddrinfo(3)): the service is not in the table, or not for \
           this type. Some systems say NoName for that as well: then ask for the host alone.",
    sketch: "in `ask`, where getaddrinfo has failed: match on the error's kind()\n\
             Service: it is the service\n\
             NoName: it is the service if resolve(host) succeeds, else the host\n\
             any other kind: it is the host\n\
             return `SERVICE: service not known` or `HOST: REASON`; main puts `error: ` in front",
    learnt: "A service belongs to a protocol: one that is in the table for datagrams only is not known to whoever \
             asks for a stream.",
};

pub(super) const PORT_RANGE: Ladder = Ladder {
    checks: &["says-port-out-of-range"],
    question: "How many bits does a port have in a packet, and what is left of 65536 if only these are kept?",
    call: "`str::parse::<u16>()`: it fails where a number does not fit. getaddrinfo(3) need not: on Linux it takes \
           65536 and makes it 0. A long row of digits fits into no integer type, so parsing a larger type first \
           does not help.",
    sketch: "in `check_port`: is SERVICE not empty, and all of it ASCII digits?\n\
             if not, it is a name: Ok(()), and getaddrinfo decides\n\
             if so, and it does not parse as a u16: Err(`PORT: port out of range`)\n\
             else Ok(())",
    learnt: "A port is a number of 16 bits, from 0 to 65535, and not every resolver notices one that is none.",
};
