// Stand-in for `std` 1.95.0: input and output, files.

pub mod io {
    pub type Result<T> = crate::result::Result<T, Error>;
    pub mod prelude {
        pub use super::{BufRead, Read, Seek, Write};
    }
    #[derive(Debug)]
    pub struct Error;
    impl Error {
        pub fn new<E>(kind: ErrorKind, error: E) -> Error {}
        pub fn other<E>(error: E) -> Error {}
        pub fn last_os_error() -> Error {}
        pub fn from_raw_os_error(code: i32) -> Error {}
        pub fn raw_os_error(&self) -> Option<i32> {}
        pub fn get_ref(&self) -> Option<&(dyn crate::error::Error)> {}
        pub fn get_mut(&mut self) -> Option<&mut (dyn crate::error::Error)> {}
        pub fn into_inner(self) -> Option<Box<dyn crate::error::Error>> {}
        pub fn downcast<E>(self) -> crate::result::Result<E, Error> {}
        pub fn kind(&self) -> ErrorKind {}
    }
    impl crate::fmt::Display for Error {}
    impl crate::error::Error for Error {}
    impl From<ErrorKind> for Error {}
    impl From<crate::ffi::NulError> for Error {}
    impl<W> From<IntoInnerError<W>> for Error {}
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
    pub enum ErrorKind {
        NotFound,
        PermissionDenied,
        ConnectionRefused,
        ConnectionReset,
        HostUnreachable,
        NetworkUnreachable,
        ConnectionAborted,
        NotConnected,
        AddrInUse,
        AddrNotAvailable,
        NetworkDown,
        BrokenPipe,
        AlreadyExists,
        WouldBlock,
        NotADirectory,
        IsADirectory,
        DirectoryNotEmpty,
        ReadOnlyFilesystem,
        StaleNetworkFileHandle,
        InvalidInput,
        InvalidData,
        TimedOut,
        WriteZero,
        StorageFull,
        NotSeekable,
        QuotaExceeded,
        FileTooLarge,
        ResourceBusy,
        ExecutableFileBusy,
        Deadlock,
        CrossesDevices,
        TooManyLinks,
        InvalidFilename,
        ArgumentListTooLong,
        Interrupted,
        Unsupported,
        UnexpectedEof,
        OutOfMemory,
        Other,
    }
    impl crate::fmt::Display for ErrorKind {}
    pub trait Read {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
        fn read_vectored(&mut self, bufs: &mut [IoSliceMut]) -> Result<usize> {}
        fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {}
        fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {}
        fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {}
        fn by_ref(&mut self) -> &mut Self
        where
            Self: Sized,
        {
        }
        fn bytes(self) -> Bytes<Self>
        where
            Self: Sized,
        {
        }
        fn chain<R: Read>(self, next: R) -> Chain<Self, R>
        where
            Self: Sized,
        {
        }
        fn take(self, limit: u64) -> Take<Self>
        where
            Self: Sized,
        {
        }
    }
    pub trait Write {
        fn write(&mut self, buf: &[u8]) -> Result<usize>;
        fn write_vectored(&mut self, bufs: &[IoSlice]) -> Result<usize> {}
        fn flush(&mut self) -> Result<()>;
        fn write_all(&mut self, buf: &[u8]) -> Result<()> {}
        fn write_fmt(&mut self, fmt: crate::fmt::Arguments) -> Result<()> {}
        fn by_ref(&mut self) -> &mut Self
        where
            Self: Sized,
        {
        }
    }
    pub trait Seek {
        fn seek(&mut self, pos: SeekFrom) -> Result<u64>;
        fn rewind(&mut self) -> Result<()> {}
        fn stream_position(&mut self) -> Result<u64> {}
        fn seek_relative(&mut self, offset: i64) -> Result<()> {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum SeekFrom {
        Start(u64),
        End(i64),
        Current(i64),
    }
    pub trait BufRead: Read {
        fn fill_buf(&mut self) -> Result<&[u8]>;
        fn consume(&mut self, amt: usize);
        fn has_data_left(&mut self) -> Result<bool> {}
        fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {}
        fn skip_until(&mut self, byte: u8) -> Result<usize> {}
        fn read_line(&mut self, buf: &mut String) -> Result<usize> {}
        fn split(self, byte: u8) -> Split<Self>
        where
            Self: Sized,
        {
        }
        fn lines(self) -> Lines<Self>
        where
            Self: Sized,
        {
        }
    }
    pub trait IsTerminal {
        fn is_terminal(&self) -> bool;
    }
    #[derive(Debug)]
    pub struct IoSlice;
    impl IoSlice {
        pub fn new(buf: &[u8]) -> IoSlice {}
    }
    impl crate::ops::Deref for IoSlice {
        type Target = [u8];
    }
    pub struct IoSliceMut;
    impl IoSliceMut {
        pub fn new(buf: &mut [u8]) -> IoSliceMut {}
    }
    impl crate::ops::Deref for IoSliceMut {
        type Target = [u8];
    }
    pub struct Bytes<R>;
    impl<R: Read> Iterator for Bytes<R> {
        type Item = Result<u8>;
    }
    pub struct Split<B>;
    impl<B: BufRead> Iterator for Split<B> {
        type Item = Result<Vec<u8>>;
    }
    pub struct Lines<B>;
    impl<B: BufRead> Iterator for Lines<B> {
        type Item = Result<String>;
    }
    pub struct Chain<T, U>;
    impl<T: Read, U: Read> Read for Chain<T, U> {}
    pub struct Take<T>;
    impl<T> Take<T> {
        pub fn limit(&self) -> u64 {}
        pub fn into_inner(self) -> T {}
        pub fn get_ref(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
    }
    impl<T: Read> Read for Take<T> {}
    impl<T: BufRead> BufRead for Take<T> {}
    #[derive(Debug)]
    pub struct BufReader<R: ?Sized>;
    impl<R: Read> BufReader<R> {
        pub fn new(inner: R) -> BufReader<R> {}
        pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {}
    }
    impl<R> BufReader<R> {
        pub fn get_ref(&self) -> &R {}
        pub fn get_mut(&mut self) -> &mut R {}
        pub fn buffer(&self) -> &[u8] {}
        pub fn capacity(&self) -> usize {}
        pub fn into_inner(self) -> R {}
    }
    impl<R: Read> Read for BufReader<R> {}
    impl<R: Read> BufRead for BufReader<R> {}
    impl<R: Seek> Seek for BufReader<R> {}
    #[derive(Debug)]
    pub struct BufWriter<W: ?Sized>;
    impl<W: Write> BufWriter<W> {
        pub fn new(inner: W) -> BufWriter<W> {}
        pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {}
        pub fn into_inner(self) -> crate::result::Result<W, IntoInnerError<BufWriter<W>>> {}
        pub fn get_ref(&self) -> &W {}
        pub fn get_mut(&mut self) -> &mut W {}
        pub fn buffer(&self) -> &[u8] {}
    }
    impl<W: Write> Write for BufWriter<W> {}
    impl<W: Seek> Seek for BufWriter<W> {}
    #[derive(Debug)]
    pub struct LineWriter<W: ?Sized>;
    impl<W: Write> LineWriter<W> {
        pub fn new(inner: W) -> LineWriter<W> {}
        pub fn into_inner(self) -> crate::result::Result<W, IntoInnerError<LineWriter<W>>> {}
        pub fn get_ref(&self) -> &W {}
        pub fn get_mut(&mut self) -> &mut W {}
    }
    impl<W: Write> Write for LineWriter<W> {}
    #[derive(Debug)]
    pub struct IntoInnerError<W>;
    impl<W> IntoInnerError<W> {
        pub fn error(&self) -> &Error {}
        pub fn into_inner(self) -> W {}
        pub fn into_error(self) -> Error {}
    }
    impl<W> crate::fmt::Display for IntoInnerError<W> {}
    #[derive(Clone, PartialEq, Eq, Debug, Default)]
    pub struct Cursor<T>;
    impl<T> Cursor<T> {
        pub fn new(inner: T) -> Cursor<T> {}
        pub fn into_inner(self) -> T {}
        pub fn get_ref(&self) -> &T {}
        pub fn get_mut(&mut self) -> &mut T {}
        pub fn position(&self) -> u64 {}
        pub fn set_position(&mut self, pos: u64) {}
    }
    impl<T: AsRef<[u8]>> Read for Cursor<T> {}
    impl<T: AsRef<[u8]>> BufRead for Cursor<T> {}
    impl<T: AsRef<[u8]>> Seek for Cursor<T> {}
    impl<T> Write for Cursor<T> {}
    impl Read for &[u8] {}
    impl BufRead for &[u8] {}
    impl Write for &mut [u8] {}
    impl<R: Read + ?Sized> Read for &mut R {}
    impl<R: Read + ?Sized> Read for Box<R> {}
    impl<R: BufRead + ?Sized> BufRead for &mut R {}
    impl<R: BufRead + ?Sized> BufRead for Box<R> {}
    impl<W: Write + ?Sized> Write for &mut W {}
    impl<W: Write + ?Sized> Write for Box<W> {}
    impl<S: Seek + ?Sized> Seek for &mut S {}
    impl<S: Seek + ?Sized> Seek for Box<S> {}
    pub fn stdin() -> Stdin {}
    pub fn stdout() -> Stdout {}
    pub fn stderr() -> Stderr {}
    #[derive(Debug)]
    pub struct Stdin;
    #[derive(Debug)]
    pub struct Stdout;
    #[derive(Debug)]
    pub struct Stderr;
    pub struct StdinLock;
    pub struct StdoutLock;
    pub struct StderrLock;
    impl Stdin {
        pub fn lock(&self) -> StdinLock {}
        pub fn read_line(&self, buf: &mut String) -> Result<usize> {}
        pub fn lines(self) -> Lines<StdinLock> {}
    }
    impl Stdout {
        pub fn lock(&self) -> StdoutLock {}
    }
    impl Stderr {
        pub fn lock(&self) -> StderrLock {}
    }
    impl Read for Stdin {}
    impl Read for StdinLock {}
    impl BufRead for StdinLock {}
    impl Write for Stdout {}
    impl Write for &Stdout {}
    impl Write for StdoutLock {}
    impl Write for Stderr {}
    impl Write for &Stderr {}
    impl Write for StderrLock {}
    impl IsTerminal for Stdin {}
    impl IsTerminal for Stdout {}
    impl IsTerminal for Stderr {}
    impl IsTerminal for StdinLock {}
    impl IsTerminal for StdoutLock {}
    impl IsTerminal for StderrLock {}
    impl IsTerminal for crate::fs::File {}
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Empty;
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Sink;
    pub struct Repeat;
    impl Read for Empty {}
    impl BufRead for Empty {}
    impl Write for Sink {}
    impl Read for Repeat {}
    pub fn empty() -> Empty {}
    pub fn sink() -> Sink {}
    pub fn repeat(byte: u8) -> Repeat {}
    pub fn copy<R: ?Sized + Read, W: ?Sized + Write>(reader: &mut R, writer: &mut W) -> Result<u64> {}
    pub fn read_to_string<R: Read>(reader: R) -> Result<String> {}
    pub fn pipe() -> Result<(PipeReader, PipeWriter)> {}
    #[derive(Debug)]
    pub struct PipeReader;
    #[derive(Debug)]
    pub struct PipeWriter;
    impl PipeReader {
        pub fn try_clone(&self) -> Result<PipeReader> {}
    }
    impl PipeWriter {
        pub fn try_clone(&self) -> Result<PipeWriter> {}
    }
    impl Read for PipeReader {}
    impl Write for PipeWriter {}
}
pub mod fs {
    use crate::ffi::OsString;
    use crate::io::{self, Read, Seek, Write};
    use crate::path::{Path, PathBuf};
    use crate::time::SystemTime;
    #[derive(Debug)]
    pub struct File;
    impl File {
        pub fn open<P: AsRef<Path>>(path: P) -> io::Result<File> {}
        pub fn create<P: AsRef<Path>>(path: P) -> io::Result<File> {}
        pub fn create_new<P: AsRef<Path>>(path: P) -> io::Result<File> {}
        pub fn options() -> OpenOptions {}
        pub fn sync_all(&self) -> io::Result<()> {}
        pub fn sync_data(&self) -> io::Result<()> {}
        pub fn set_len(&self, size: u64) -> io::Result<()> {}
        pub fn metadata(&self) -> io::Result<Metadata> {}
        pub fn try_clone(&self) -> io::Result<File> {}
        pub fn set_permissions(&self, perm: Permissions) -> io::Result<()> {}
        pub fn set_modified(&self, time: SystemTime) -> io::Result<()> {}
        pub fn set_times(&self, times: FileTimes) -> io::Result<()> {}
        pub fn lock(&self) -> io::Result<()> {}
        pub fn unlock(&self) -> io::Result<()> {}
    }
    impl Read for File {}
    impl Read for &File {}
    impl Write for File {}
    impl Write for &File {}
    impl Seek for File {}
    impl Seek for &File {}
    #[derive(Clone, Copy, Debug, Default)]
    pub struct FileTimes;
    impl FileTimes {
        pub fn new() -> FileTimes {}
        pub fn set_accessed(self, t: SystemTime) -> FileTimes {}
        pub fn set_modified(self, t: SystemTime) -> FileTimes {}
    }
    #[derive(Clone, Debug)]
    pub struct OpenOptions;
    impl OpenOptions {
        pub fn new() -> OpenOptions {}
        pub fn read(&mut self, read: bool) -> &mut OpenOptions {}
        pub fn write(&mut self, write: bool) -> &mut OpenOptions {}
        pub fn append(&mut self, append: bool) -> &mut OpenOptions {}
        pub fn truncate(&mut self, truncate: bool) -> &mut OpenOptions {}
        pub fn create(&mut self, create: bool) -> &mut OpenOptions {}
        pub fn create_new(&mut self, create_new: bool) -> &mut OpenOptions {}
        pub fn open<P: AsRef<Path>>(&self, path: P) -> io::Result<File> {}
    }
    #[derive(Clone, Debug)]
    pub struct Metadata;
    impl Metadata {
        pub fn file_type(&self) -> FileType {}
        pub fn is_dir(&self) -> bool {}
        pub fn is_file(&self) -> bool {}
        pub fn is_symlink(&self) -> bool {}
        pub fn len(&self) -> u64 {}
        pub fn permissions(&self) -> Permissions {}
        pub fn modified(&self) -> io::Result<SystemTime> {}
        pub fn accessed(&self) -> io::Result<SystemTime> {}
        pub fn created(&self) -> io::Result<SystemTime> {}
    }
    #[derive(Clone, PartialEq, Eq, Debug)]
    pub struct Permissions;
    impl Permissions {
        pub fn readonly(&self) -> bool {}
        pub fn set_readonly(&mut self, readonly: bool) {}
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
    pub struct FileType;
    impl FileType {
        pub fn is_dir(&self) -> bool {}
        pub fn is_file(&self) -> bool {}
        pub fn is_symlink(&self) -> bool {}
    }
    #[derive(Debug)]
    pub struct ReadDir;
    impl Iterator for ReadDir {
        type Item = io::Result<DirEntry>;
    }
    #[derive(Debug)]
    pub struct DirEntry;
    impl DirEntry {
        pub fn path(&self) -> PathBuf {}
        pub fn metadata(&self) -> io::Result<Metadata> {}
        pub fn file_type(&self) -> io::Result<FileType> {}
        pub fn file_name(&self) -> OsString {}
    }
    #[derive(Debug)]
    pub struct DirBuilder;
    impl DirBuilder {
        pub fn new() -> DirBuilder {}
        pub fn recursive(&mut self, recursive: bool) -> &mut DirBuilder {}
        pub fn create<P: AsRef<Path>>(&self, path: P) -> io::Result<()> {}
    }
    pub fn read<P: AsRef<Path>>(path: P) -> io::Result<Vec<u8>> {}
    pub fn read_to_string<P: AsRef<Path>>(path: P) -> io::Result<String> {}
    pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> io::Result<()> {}
    pub fn remove_file<P: AsRef<Path>>(path: P) -> io::Result<()> {}
    pub fn metadata<P: AsRef<Path>>(path: P) -> io::Result<Metadata> {}
    pub fn symlink_metadata<P: AsRef<Path>>(path: P) -> io::Result<Metadata> {}
    pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<()> {}
    pub fn copy<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<u64> {}
    pub fn hard_link<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> {}
    pub fn soft_link<P: AsRef<Path>, Q: AsRef<Path>>(original: P, link: Q) -> io::Result<()> {}
    pub fn read_link<P: AsRef<Path>>(path: P) -> io::Result<PathBuf> {}
    pub fn canonicalize<P: AsRef<Path>>(path: P) -> io::Result<PathBuf> {}
    pub fn create_dir<P: AsRef<Path>>(path: P) -> io::Result<()> {}
    pub fn create_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()> {}
    pub fn remove_dir<P: AsRef<Path>>(path: P) -> io::Result<()> {}
    pub fn remove_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()> {}
    pub fn read_dir<P: AsRef<Path>>(path: P) -> io::Result<ReadDir> {}
    pub fn set_permissions<P: AsRef<Path>>(path: P, perm: Permissions) -> io::Result<()> {}
    pub fn exists<P: AsRef<Path>>(path: P) -> io::Result<bool> {}
}
