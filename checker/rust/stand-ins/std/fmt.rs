// Stand-in for `std` 1.95.0: formatting and errors.

pub mod fmt {
    pub type Result = crate::result::Result<(), Error>;
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
    pub struct Error;
    impl Display for Error {}
    impl crate::error::Error for Error {}
    pub trait Write {
        fn write_str(&mut self, s: &str) -> Result;
        fn write_char(&mut self, c: char) -> Result {}
        fn write_fmt(&mut self, args: Arguments) -> Result {}
    }
    impl<W: Write + ?Sized> Write for &mut W {}
    #[derive(Clone, Copy, Debug)]
    pub struct Arguments;
    impl Arguments {
        pub fn as_str(&self) -> Option<&'static str> {}
    }
    impl Display for Arguments {}
    pub struct Formatter;
    impl Formatter {
        pub fn pad(&mut self, s: &str) -> Result {}
        pub fn pad_integral(&mut self, is_nonnegative: bool, prefix: &str, buf: &str) -> Result {}
        pub fn write_str(&mut self, data: &str) -> Result {}
        pub fn write_fmt(&mut self, fmt: Arguments) -> Result {}
        pub fn fill(&self) -> char {}
        pub fn align(&self) -> Option<Alignment> {}
        pub fn width(&self) -> Option<usize> {}
        pub fn precision(&self) -> Option<usize> {}
        pub fn sign_plus(&self) -> bool {}
        pub fn sign_minus(&self) -> bool {}
        pub fn alternate(&self) -> bool {}
        pub fn debug_struct(&mut self, name: &str) -> DebugStruct {}
        pub fn debug_tuple(&mut self, name: &str) -> DebugTuple {}
        pub fn debug_list(&mut self) -> DebugList {}
        pub fn debug_set(&mut self) -> DebugList {}
        pub fn debug_map(&mut self) -> DebugMap {}
    }
    impl Write for Formatter {}
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Alignment {
        Left,
        Right,
        Center,
    }
    pub struct DebugStruct;
    impl DebugStruct {
        pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut DebugStruct {}
        pub fn finish_non_exhaustive(&mut self) -> Result {}
        pub fn finish(&mut self) -> Result {}
    }
    pub struct DebugTuple;
    impl DebugTuple {
        pub fn field(&mut self, value: &dyn Debug) -> &mut DebugTuple {}
        pub fn finish_non_exhaustive(&mut self) -> Result {}
        pub fn finish(&mut self) -> Result {}
    }
    pub type DebugSet = DebugList;
    pub struct DebugList;
    impl DebugList {
        pub fn entry(&mut self, entry: &dyn Debug) -> &mut DebugList {}
        pub fn entries<D, I: IntoIterator<Item = D>>(&mut self, entries: I) -> &mut DebugList {}
        pub fn finish(&mut self) -> Result {}
    }
    pub struct DebugMap;
    impl DebugMap {
        pub fn entry(&mut self, key: &dyn Debug, value: &dyn Debug) -> &mut DebugMap {}
        pub fn entries<K, V, I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) -> &mut DebugMap {}
        pub fn key(&mut self, key: &dyn Debug) -> &mut DebugMap {}
        pub fn value(&mut self, value: &dyn Debug) -> &mut DebugMap {}
        pub fn finish(&mut self) -> Result {}
    }
    pub trait Debug {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait Display {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait LowerHex {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait UpperHex {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait Octal {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait Binary {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait Pointer {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait LowerExp {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    pub trait UpperExp {
        fn fmt(&self, f: &mut Formatter) -> Result;
    }
    impl<T: ?Sized + Debug> Debug for &T {}
    impl<T: ?Sized + Debug> Debug for &mut T {}
    impl<T: ?Sized + Display> Display for &T {}
    impl<T: ?Sized + Display> Display for &mut T {}
    impl<T: Debug> Debug for [T] {}
    impl<T: Debug> Debug for [T; 0] {}
    impl<T> Debug for *const T {}
    impl<T> Debug for *mut T {}
    impl Debug for () {}
    impl<A: Debug> Debug for (A,) {}
    impl<A: Debug, B: Debug> Debug for (A, B) {}
    impl<A: Debug, B: Debug, C: Debug> Debug for (A, B, C) {}
    impl<A: Debug, B: Debug, C: Debug, D: Debug> Debug for (A, B, C, D) {}
    impl Debug for ! {}
    impl Display for ! {}
    pub fn format(args: Arguments) -> String {}
    pub fn write(output: &mut dyn Write, args: Arguments) -> Result {}
    pub fn from_fn<F: Fn(&mut Formatter) -> Result>(f: F) -> FromFn<F> {}
    pub struct FromFn<F>;
    impl<F> Display for FromFn<F> {}
    impl<F> Debug for FromFn<F> {}
}
pub mod error {
    pub trait Error: crate::fmt::Debug + crate::fmt::Display {
        fn source(&self) -> Option<&(dyn Error + 'static)> {}
        fn description(&self) -> &str {}
        fn cause(&self) -> Option<&dyn Error> {}
    }
    impl dyn Error {
        pub fn is<T: Error>(&self) -> bool {}
        pub fn downcast_ref<T: Error>(&self) -> Option<&T> {}
        pub fn downcast_mut<T: Error>(&mut self) -> Option<&mut T> {}
        pub fn downcast<T: Error>(self: Box<Self>) -> Result<Box<T>, Box<dyn Error>> {}
    }
    impl<T: Error + ?Sized> Error for &T {}
}
pub mod panic {
    pub struct Location;
    impl Location {
        pub fn caller() -> &'static Location {}
        pub fn file(&self) -> &'static str {}
        pub fn line(&self) -> u32 {}
        pub fn column(&self) -> u32 {}
    }
    impl crate::fmt::Display for Location {}
    pub struct PanicHookInfo;
    pub type PanicInfo = PanicHookInfo;
    impl PanicHookInfo {
        pub fn payload(&self) -> &(dyn crate::any::Any) {}
        pub fn payload_as_str(&self) -> Option<&str> {}
        pub fn location(&self) -> Option<&Location> {}
    }
    impl crate::fmt::Display for PanicHookInfo {}
    pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo)>) {}
    pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo)> {}
    pub fn catch_unwind<F: FnOnce() -> R, R>(f: F) -> crate::thread::Result<R> {}
    pub fn resume_unwind(payload: Box<dyn crate::any::Any>) -> ! {}
    pub fn panic_any<M>(msg: M) -> ! {}
    pub struct AssertUnwindSafe<T>(pub T);
    impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> {
        type Output = R;
    }
    pub trait UnwindSafe {}
    pub trait RefUnwindSafe {}
}
pub mod backtrace {
    #[derive(Debug)]
    pub struct Backtrace;
    impl Backtrace {
        pub fn capture() -> Backtrace {}
        pub fn force_capture() -> Backtrace {}
        pub fn status(&self) -> BacktraceStatus {}
    }
    impl crate::fmt::Display for Backtrace {}
    #[derive(PartialEq, Eq, Debug)]
    pub enum BacktraceStatus {
        Unsupported,
        Disabled,
        Captured,
    }
}
