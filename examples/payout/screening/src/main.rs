//! The lists as their owner serves them: an HTTP server on a free port of this machine.
//!
//!     screening ADDRESS-FILE NAME…
//!
//! It writes its address into the file. `GET /screen?name=…` is answered by a verdict. What goes wrong next is
//! set by `GET /next?name=fails,garbage,late,hangs,twice`: each word spoils one answer, in turn.

use screening::{Lists, Verdict, screen};
use std::collections::VecDeque;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tiny_http::{Request, Response, Server};

/// Longer than anybody waits for an answer.
const LATE: Duration = Duration::from_millis(800);

type Mishaps = Arc<Mutex<VecDeque<String>>>;

fn main() {
    let mut words = std::env::args().skip(1);
    let file = words.next().expect("`screening ADDRESS-FILE NAME…`: the file is missing");
    let names: Vec<String> = words.collect();
    let lists = Arc::new(Lists::new(names.iter().map(String::as_str)));
    let server = Server::http("127.0.0.1:0").expect("a port is free");
    let address = server.server_addr().to_ip().expect("it listens to an address").to_string();
    // Whoever reads the file reads all of it.
    std::fs::write(format!("{file}.new"), address).expect("the file can be written");
    std::fs::rename(format!("{file}.new"), file).expect("the file can be written");
    let mishaps = Mishaps::default();
    for request in server.incoming_requests() {
        let (lists, mishaps) = (lists.clone(), mishaps.clone());
        std::thread::spawn(move || answer(request, &lists, &mishaps));
    }
}

fn answer(request: Request, lists: &Lists, mishaps: &Mishaps) {
    let url = request.url().to_owned();
    let (path, query) = url.split_once("?name=").unwrap_or((&url, ""));
    let name = decoded(query);
    let mut mishaps = mishaps.lock().unwrap_or_else(PoisonError::into_inner);
    if path == "/next" {
        mishaps.extend(name.split(',').map(str::to_owned));
        return drop(request.respond(Response::from_string("noted")));
    }
    let mishap = mishaps.pop_front();
    drop(mishaps);
    let verdict = screen(lists, name).unwrap_or(Verdict::Clear);
    let text = serde_json::to_string(&verdict).expect("a verdict is data");
    // That somebody has hung up meanwhile is none of the server's business.
    let _ = match mishap.as_deref() {
        Some("fails") => request.respond(Response::from_string("out of order").with_status_code(500)),
        Some("garbage") => request.respond(Response::from_string("<html>it works!</html>")),
        Some("hangs") => return std::thread::sleep(Duration::from_secs(3_600)),
        Some("late") => {
            std::thread::sleep(LATE);
            request.respond(Response::from_string(text))
        }
        Some("twice") => {
            let once = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{text}", text.len());
            request.into_writer().write_all(format!("{once}{once}").as_bytes())
        }
        _ => request.respond(Response::from_string(text)),
    };
}

/// A part of a URL as it was meant.
fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.bytes());
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                u8::from_str_radix(&digits, 16).unwrap_or(b'?')
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
