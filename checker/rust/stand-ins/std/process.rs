// Stand-in for `std` 1.95.0: processes, the network, what systems add.

pub mod process {
    use crate::ffi::{OsStr, OsString};
    use crate::io::{self, Read, Write};
    use crate::path::Path;
    #[derive(Debug)]
    pub struct Command;
    impl Command {
        pub fn new<S: AsRef<OsStr>>(program: S) -> Command {}
        pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command {}
        pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(&mut self, args: I) -> &mut Command {}
        pub fn env<K: AsRef<OsStr>, V: AsRef<OsStr>>(&mut self, key: K, val: V) -> &mut Command {}
        pub fn envs<I: IntoIterator<Item = (K, V)>, K: AsRef<OsStr>, V: AsRef<OsStr>>(
            &mut self,
            vars: I,
        ) -> &mut Command {
        }
        pub fn env_remove<K: AsRef<OsStr>>(&mut self, key: K) -> &mut Command {}
        pub fn env_clear(&mut self) -> &mut Command {}
        pub fn current_dir<P: AsRef<Path>>(&mut self, dir: P) -> &mut Command {}
        pub fn stdin<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
        pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
        pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {}
        pub fn spawn(&mut self) -> io::Result<Child> {}
        pub fn output(&mut self) -> io::Result<Output> {}
        pub fn status(&mut self) -> io::Result<ExitStatus> {}
        pub fn get_program(&self) -> &OsStr {}
        pub fn get_args(&self) -> CommandArgs {}
        pub fn get_envs(&self) -> CommandEnvs {}
        pub fn get_current_dir(&self) -> Option<&Path> {}
    }
    pub struct CommandArgs;
    impl Iterator for CommandArgs {
        type Item = &OsStr;
    }
    pub struct CommandEnvs;
    impl Iterator for CommandEnvs {
        type Item = (&OsStr, Option<&OsStr>);
    }
    #[derive(Debug)]
    pub struct Child {
        pub stdin: Option<ChildStdin>,
        pub stdout: Option<ChildStdout>,
        pub stderr: Option<ChildStderr>,
    }
    impl Child {
        pub fn kill(&mut self) -> io::Result<()> {}
        pub fn id(&self) -> u32 {}
        pub fn wait(&mut self) -> io::Result<ExitStatus> {}
        pub fn try_wait(&mut self) -> io::Result<Option<ExitStatus>> {}
        pub fn wait_with_output(self) -> io::Result<Output> {}
    }
    #[derive(Debug)]
    pub struct ChildStdin;
    #[derive(Debug)]
    pub struct ChildStdout;
    #[derive(Debug)]
    pub struct ChildStderr;
    impl Write for ChildStdin {}
    impl Write for &ChildStdin {}
    impl Read for ChildStdout {}
    impl Read for ChildStderr {}
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Output {
        pub status: ExitStatus,
        pub stdout: Vec<u8>,
        pub stderr: Vec<u8>,
    }
    #[derive(Debug)]
    pub struct Stdio;
    impl Stdio {
        pub fn piped() -> Stdio {}
        pub fn inherit() -> Stdio {}
        pub fn null() -> Stdio {}
    }
    impl From<ChildStdin> for Stdio {}
    impl From<ChildStdout> for Stdio {}
    impl From<ChildStderr> for Stdio {}
    impl From<crate::fs::File> for Stdio {}
    impl From<io::PipeReader> for Stdio {}
    impl From<io::PipeWriter> for Stdio {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct ExitStatus;
    impl ExitStatus {
        pub fn success(&self) -> bool {}
        pub fn code(&self) -> Option<i32> {}
        pub fn exit_ok(&self) -> Result<(), ExitStatusError> {}
    }
    impl crate::fmt::Display for ExitStatus {}
    pub struct ExitStatusError;
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct ExitCode;
    impl ExitCode {
        pub const SUCCESS: ExitCode = 0;
        pub const FAILURE: ExitCode = 0;
        pub fn exit_process(self) -> ! {}
    }
    impl From<u8> for ExitCode {}
    pub trait Termination {
        fn report(self) -> ExitCode;
    }
    impl Termination for () {}
    impl Termination for ExitCode {}
    impl<T: Termination, E: crate::fmt::Debug> Termination for Result<T, E> {}
    pub fn exit(code: i32) -> ! {}
    pub fn abort() -> ! {}
    pub fn id() -> u32 {}
}
pub mod net {
    use crate::io::{self, Read, Write};
    use crate::time::Duration;
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum IpAddr {
        V4(Ipv4Addr),
        V6(Ipv6Addr),
    }
    impl IpAddr {
        pub fn is_loopback(&self) -> bool {}
        pub fn is_unspecified(&self) -> bool {}
        pub fn is_ipv4(&self) -> bool {}
        pub fn is_ipv6(&self) -> bool {}
        pub fn is_multicast(&self) -> bool {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct Ipv4Addr;
    impl Ipv4Addr {
        pub const LOCALHOST: Ipv4Addr = 0;
        pub const UNSPECIFIED: Ipv4Addr = 0;
        pub const BROADCAST: Ipv4Addr = 0;
        pub fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {}
        pub fn octets(&self) -> [u8; 0] {}
        pub fn to_bits(self) -> u32 {}
        pub fn from_bits(bits: u32) -> Ipv4Addr {}
        pub fn is_loopback(&self) -> bool {}
        pub fn is_private(&self) -> bool {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct Ipv6Addr;
    impl Ipv6Addr {
        pub const LOCALHOST: Ipv6Addr = 0;
        pub const UNSPECIFIED: Ipv6Addr = 0;
        pub fn new(a: u16, b: u16, c: u16, d: u16, e: u16, f: u16, g: u16, h: u16) -> Ipv6Addr {}
        pub fn octets(&self) -> [u8; 0] {}
        pub fn segments(&self) -> [u16; 0] {}
        pub fn is_loopback(&self) -> bool {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum SocketAddr {
        V4(SocketAddrV4),
        V6(SocketAddrV6),
    }
    impl SocketAddr {
        pub fn new(ip: IpAddr, port: u16) -> SocketAddr {}
        pub fn ip(&self) -> IpAddr {}
        pub fn port(&self) -> u16 {}
        pub fn set_ip(&mut self, new_ip: IpAddr) {}
        pub fn set_port(&mut self, new_port: u16) {}
        pub fn is_ipv4(&self) -> bool {}
        pub fn is_ipv6(&self) -> bool {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct SocketAddrV4;
    impl SocketAddrV4 {
        pub fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4 {}
        pub fn ip(&self) -> &Ipv4Addr {}
        pub fn port(&self) -> u16 {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub struct SocketAddrV6;
    impl SocketAddrV6 {
        pub fn new(ip: Ipv6Addr, port: u16, flowinfo: u32, scope_id: u32) -> SocketAddrV6 {}
        pub fn ip(&self) -> &Ipv6Addr {}
        pub fn port(&self) -> u16 {}
    }
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct AddrParseError;
    impl crate::fmt::Display for AddrParseError {}
    impl crate::error::Error for AddrParseError {}
    impl crate::fmt::Display for IpAddr {}
    impl crate::fmt::Display for Ipv4Addr {}
    impl crate::fmt::Display for Ipv6Addr {}
    impl crate::fmt::Display for SocketAddr {}
    impl crate::str::FromStr for IpAddr {
        type Err = AddrParseError;
    }
    impl crate::str::FromStr for Ipv4Addr {
        type Err = AddrParseError;
    }
    impl crate::str::FromStr for Ipv6Addr {
        type Err = AddrParseError;
    }
    impl crate::str::FromStr for SocketAddr {
        type Err = AddrParseError;
    }
    impl From<Ipv4Addr> for IpAddr {}
    impl From<Ipv6Addr> for IpAddr {}
    impl From<[u8; 0]> for IpAddr {}
    impl From<[u8; 0]> for Ipv4Addr {}
    impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {}
    pub trait ToSocketAddrs {
        type Iter: Iterator<Item = SocketAddr>;
        fn to_socket_addrs(&self) -> io::Result<Self::Iter>;
    }
    impl ToSocketAddrs for SocketAddr {
        type Iter = crate::vec::IntoIter<SocketAddr>;
    }
    impl ToSocketAddrs for str {
        type Iter = crate::vec::IntoIter<SocketAddr>;
    }
    impl ToSocketAddrs for String {
        type Iter = crate::vec::IntoIter<SocketAddr>;
    }
    impl ToSocketAddrs for (&str, u16) {
        type Iter = crate::vec::IntoIter<SocketAddr>;
    }
    impl ToSocketAddrs for (IpAddr, u16) {
        type Iter = crate::vec::IntoIter<SocketAddr>;
    }
    impl<T: ToSocketAddrs + ?Sized> ToSocketAddrs for &T {
        type Iter = T::Iter;
    }
    #[derive(Debug)]
    pub struct TcpStream;
    impl TcpStream {
        pub fn connect<A: ToSocketAddrs>(addr: A) -> io::Result<TcpStream> {}
        pub fn connect_timeout(addr: &SocketAddr, timeout: Duration) -> io::Result<TcpStream> {}
        pub fn peer_addr(&self) -> io::Result<SocketAddr> {}
        pub fn local_addr(&self) -> io::Result<SocketAddr> {}
        pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {}
        pub fn try_clone(&self) -> io::Result<TcpStream> {}
        pub fn set_read_timeout(&self, dur: Option<Duration>) -> io::Result<()> {}
        pub fn set_write_timeout(&self, dur: Option<Duration>) -> io::Result<()> {}
        pub fn set_nodelay(&self, nodelay: bool) -> io::Result<()> {}
        pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {}
    }
    impl Read for TcpStream {}
    impl Read for &TcpStream {}
    impl Write for TcpStream {}
    impl Write for &TcpStream {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Shutdown {
        Read,
        Write,
        Both,
    }
    #[derive(Debug)]
    pub struct TcpListener;
    impl TcpListener {
        pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener> {}
        pub fn local_addr(&self) -> io::Result<SocketAddr> {}
        pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {}
        pub fn incoming(&self) -> Incoming {}
        pub fn try_clone(&self) -> io::Result<TcpListener> {}
        pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {}
    }
    pub struct Incoming;
    impl Iterator for Incoming {
        type Item = io::Result<TcpStream>;
    }
    #[derive(Debug)]
    pub struct UdpSocket;
    impl UdpSocket {
        pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<UdpSocket> {}
        pub fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)> {}
        pub fn send_to<A: ToSocketAddrs>(&self, buf: &[u8], addr: A) -> io::Result<usize> {}
        pub fn local_addr(&self) -> io::Result<SocketAddr> {}
        pub fn connect<A: ToSocketAddrs>(&self, addr: A) -> io::Result<()> {}
        pub fn send(&self, buf: &[u8]) -> io::Result<usize> {}
        pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize> {}
        pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {}
    }
}
pub mod alloc {
    pub struct Layout;
    impl Layout {
        pub fn new<T>() -> Layout {}
        pub fn size(&self) -> usize {}
        pub fn align(&self) -> usize {}
    }
    pub trait GlobalAlloc {
        fn alloc(&self, layout: Layout) -> *mut u8;
        fn dealloc(&self, ptr: *mut u8, layout: Layout);
    }
    pub struct System;
    pub fn alloc(layout: Layout) -> *mut u8 {}
    pub fn dealloc(ptr: *mut u8, layout: Layout) {}
}
pub mod ascii {
    pub trait AsciiExt {}
    pub fn escape_default(c: u8) -> crate::slice::EscapeAscii {}
}
pub mod os {
    pub mod raw {
        pub use crate::ffi::*;
    }
    pub mod fd {
        pub type RawFd = i32;
        pub struct OwnedFd;
        #[derive(Clone, Copy)]
        pub struct BorrowedFd;
        pub trait AsRawFd {
            fn as_raw_fd(&self) -> RawFd;
        }
        pub trait AsFd {
            fn as_fd(&self) -> BorrowedFd;
        }
        pub trait FromRawFd {
            fn from_raw_fd(fd: RawFd) -> Self;
        }
        pub trait IntoRawFd {
            fn into_raw_fd(self) -> RawFd;
        }
        impl BorrowedFd {
            pub fn borrow_raw(fd: RawFd) -> BorrowedFd {}
            pub fn try_clone_to_owned(&self) -> crate::io::Result<OwnedFd> {}
        }
        impl OwnedFd {
            pub fn try_clone(&self) -> crate::io::Result<OwnedFd> {}
        }
        impl AsRawFd for OwnedFd {}
        impl AsRawFd for BorrowedFd {}
        impl AsRawFd for crate::fs::File {}
        impl AsRawFd for crate::io::Stdin {}
        impl AsRawFd for crate::io::Stdout {}
        impl AsRawFd for crate::net::TcpStream {}
        impl AsFd for crate::fs::File {}
        impl AsFd for OwnedFd {}
        impl From<OwnedFd> for crate::process::Stdio {}
        impl From<OwnedFd> for crate::fs::File {}
        impl From<crate::fs::File> for OwnedFd {}
        impl FromRawFd for crate::fs::File {}
        impl FromRawFd for OwnedFd {}
        impl IntoRawFd for OwnedFd {}
        impl IntoRawFd for crate::fs::File {}
    }
    pub mod unix {
        pub mod prelude {
            pub use super::ffi::*;
            pub use super::fs::*;
            pub use super::io::*;
            pub use super::process::*;
        }
        pub mod ffi {
            pub trait OsStrExt {
                fn from_bytes(slice: &[u8]) -> &Self;
                fn as_bytes(&self) -> &[u8];
            }
            pub trait OsStringExt {
                fn from_vec(vec: Vec<u8>) -> Self;
                fn into_vec(self) -> Vec<u8>;
            }
            impl OsStrExt for crate::ffi::OsStr {}
            impl OsStringExt for crate::ffi::OsString {}
        }
        pub mod fs {
            pub trait PermissionsExt {
                fn mode(&self) -> u32;
                fn set_mode(&mut self, mode: u32);
                fn from_mode(mode: u32) -> Self;
            }
            impl PermissionsExt for crate::fs::Permissions {}
            pub trait MetadataExt {
                fn dev(&self) -> u64;
                fn ino(&self) -> u64;
                fn mode(&self) -> u32;
                fn nlink(&self) -> u64;
                fn uid(&self) -> u32;
                fn gid(&self) -> u32;
                fn size(&self) -> u64;
                fn mtime(&self) -> i64;
                fn blocks(&self) -> u64;
                fn blksize(&self) -> u64;
            }
            impl MetadataExt for crate::fs::Metadata {}
            pub trait FileTypeExt {
                fn is_block_device(&self) -> bool;
                fn is_char_device(&self) -> bool;
                fn is_fifo(&self) -> bool;
                fn is_socket(&self) -> bool;
            }
            impl FileTypeExt for crate::fs::FileType {}
            pub trait OpenOptionsExt {
                fn mode(&mut self, mode: u32) -> &mut Self;
                fn custom_flags(&mut self, flags: i32) -> &mut Self;
            }
            impl OpenOptionsExt for crate::fs::OpenOptions {}
            pub trait FileExt {
                fn read_at(&self, buf: &mut [u8], offset: u64) -> crate::io::Result<usize>;
                fn write_at(&self, buf: &[u8], offset: u64) -> crate::io::Result<usize>;
            }
            impl FileExt for crate::fs::File {}
            pub trait DirEntryExt {
                fn ino(&self) -> u64;
            }
            impl DirEntryExt for crate::fs::DirEntry {}
            pub fn symlink<P: AsRef<crate::path::Path>, Q: AsRef<crate::path::Path>>(
                original: P,
                link: Q,
            ) -> crate::io::Result<()> {
            }
        }
        pub mod io {
            pub use crate::os::fd::*;
        }
        pub mod net {
            #[derive(Debug)]
            pub struct UnixStream;
            #[derive(Debug)]
            pub struct UnixListener;
            impl UnixStream {
                pub fn connect<P: AsRef<crate::path::Path>>(path: P) -> crate::io::Result<UnixStream> {}
                pub fn pair() -> crate::io::Result<(UnixStream, UnixStream)> {}
                pub fn try_clone(&self) -> crate::io::Result<UnixStream> {}
                pub fn set_nonblocking(&self, nonblocking: bool) -> crate::io::Result<()> {}
            }
            impl crate::io::Read for UnixStream {}
            impl crate::io::Write for UnixStream {}
            impl UnixListener {
                pub fn bind<P: AsRef<crate::path::Path>>(path: P) -> crate::io::Result<UnixListener> {}
                pub fn accept(&self) -> crate::io::Result<(UnixStream, ())> {}
            }
        }
        pub mod process {
            pub trait CommandExt {
                fn uid(&mut self, id: u32) -> &mut crate::process::Command;
                fn gid(&mut self, id: u32) -> &mut crate::process::Command;
                fn exec(&mut self) -> crate::io::Error;
                fn arg0<S>(&mut self, arg: S) -> &mut crate::process::Command;
                fn process_group(&mut self, pgroup: i32) -> &mut crate::process::Command;
                fn pre_exec<F: FnMut() -> crate::io::Result<()>>(
                    &mut self,
                    f: F,
                ) -> &mut crate::process::Command;
            }
            impl CommandExt for crate::process::Command {}
            pub trait ExitStatusExt {
                fn from_raw(raw: i32) -> Self;
                fn signal(&self) -> Option<i32>;
                fn core_dumped(&self) -> bool;
            }
            impl ExitStatusExt for crate::process::ExitStatus {}
        }
    }
    pub mod windows {
        pub mod prelude {}
        pub mod ffi {
            pub trait OsStrExt {
                fn encode_wide(&self) -> crate::vec::IntoIter<u16>;
            }
            impl OsStrExt for crate::ffi::OsStr {}
            pub trait OsStringExt {
                fn from_wide(wide: &[u16]) -> Self;
            }
        }
        pub mod fs {
            pub trait MetadataExt {
                fn file_attributes(&self) -> u32;
            }
            pub trait OpenOptionsExt {
                fn custom_flags(&mut self, flags: u32) -> &mut Self;
            }
        }
        pub mod io {
            pub trait AsRawHandle {
                fn as_raw_handle(&self) -> *mut crate::ffi::c_void;
            }
        }
        pub mod process {
            pub trait CommandExt {
                fn creation_flags(&mut self, flags: u32) -> &mut crate::process::Command;
                fn raw_arg<S>(&mut self, s: S) -> &mut crate::process::Command;
            }
        }
    }
}
