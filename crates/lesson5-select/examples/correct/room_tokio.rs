//! The chat server on tokio: a task for each client, all of them on one thread.

use crate::announce;
use crate::room::Room;
use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::VecDeque;
use std::io;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::task::LocalSet;
use tokio::time::Instant;
use tokio::time::timeout_at;

const MOST_OWED: usize = 1 << 20;

/// What others leave for a client's task.
struct Seat {
    stream: TcpStream,
    owed: RefCell<VecDeque<u8>>,
    /// Woken where there is something owed, or the client is to go.
    news: Notify,
    is_deaf: RefCell<bool>,
    is_shown_out: RefCell<bool>,
}

#[derive(Default)]
struct Hall {
    room: RefCell<Room>,
    seats: RefCell<HashMap<usize, Rc<Seat>>>,
}

pub(crate) fn chat_server(addr: SocketAddr) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let served = runtime.and_then(|runtime| LocalSet::new().block_on(&runtime, serve(addr)));
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => announce::cannot_listen(addr, &error),
    }
}

async fn serve(addr: SocketAddr) -> io::Result<()> {
    let listener = TcpListener::from_std(announce::listen(addr)?)?;
    let hall = Rc::new(Hall::default());
    let mut next = 0;
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                next += 1;
                tokio::task::spawn_local(attend(Rc::clone(&hall), next, stream));
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(30)).await,
        }
    }
}

async fn attend(hall: Rc<Hall>, id: usize, stream: TcpStream) {
    let seat = Rc::new(Seat {
        stream,
        owed: RefCell::default(),
        news: Notify::new(),
        is_deaf: RefCell::new(false),
        is_shown_out: RefCell::new(false),
    });
    hall.room.borrow_mut().come(id);
    hall.seats.borrow_mut().insert(id, Rc::clone(&seat));
    let _ = converse(&hall, id, &seat).await;
    hall.seats.borrow_mut().remove(&id);
    hall.room.borrow_mut().leave(id);
    hall.spread();
    if let Some(seat) = Rc::into_inner(seat)
        && seat.is_shown_out.into_inner()
    {
        see_off(seat.stream, seat.owed.into_inner()).await;
    }
}

/// Until the client has gone, or has to.
async fn converse(hall: &Hall, id: usize, seat: &Seat) -> io::Result<()> {
    let mut buffer = [0; 4096];
    loop {
        let has_owed = !seat.owed.borrow().is_empty();
        tokio::select! {
            ready = seat.stream.readable() => {
                ready?;
                match seat.stream.try_read(&mut buffer) {
                    Ok(0) => return Ok(()),
                    Ok(count) => {
                        hall.room.borrow_mut().hear(id, &buffer[..count]);
                        hall.spread();
                    }
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                    Err(error) => return Err(error),
                }
            }
            ready = seat.stream.writable(), if has_owed => {
                ready?;
                seat.send()?;
            }
            () = seat.news.notified() => {}
        }
        if *seat.is_deaf.borrow() || *seat.is_shown_out.borrow() {
            return Ok(());
        }
    }
}

/// Sends the last words, and reads what is still coming for a moment, so that the close is no reset.
async fn see_off(mut stream: TcpStream, mut owed: VecDeque<u8>) {
    let limit = Instant::now() + Duration::from_millis(800);
    let last_words = owed.make_contiguous();
    if !matches!(
        timeout_at(limit, stream.write_all(last_words)).await,
        Ok(Ok(()))
    ) {
        return;
    }
    let _ = stream.shutdown().await;
    let mut rest = [0; 16 * 1024];
    while timeout_at(limit, stream.readable()).await.is_ok() {
        match stream.try_read(&mut rest) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Ok(1..) => {}
            _ => return,
        }
    }
}

impl Hall {
    /// Gives everybody what there is to be told, and whoever can take it now takes it.
    fn spread(&self) {
        let (news, shown_out) = {
            let mut room = self.room.borrow_mut();
            (
                std::mem::take(&mut room.news),
                std::mem::take(&mut room.shown_out),
            )
        };
        let seats = self.seats.borrow();
        for (id, bytes) in news {
            if let Some(seat) = seats.get(&id) {
                seat.owed.borrow_mut().extend(bytes);
                let is_gone = seat.send().is_err() || seat.owed.borrow().len() > MOST_OWED;
                *seat.is_deaf.borrow_mut() |= is_gone;
                seat.news.notify_one();
            }
        }
        for id in shown_out {
            if let Some(seat) = seats.get(&id) {
                *seat.is_shown_out.borrow_mut() = true;
                seat.news.notify_one();
            }
        }
    }
}

impl Seat {
    fn send(&self) -> io::Result<()> {
        let mut owed = self.owed.borrow_mut();
        while !owed.is_empty() {
            match self.stream.try_write(owed.as_slices().0) {
                Ok(count) => drop(owed.drain(..count)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
