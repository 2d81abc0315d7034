// Stand-in for `clap` 4.6.7: parsing arguments into types of the workspace.
// Hands on `clap_builder@4.6.7`.

pub trait Parser: Sized {
    fn parse() -> Self {}
    fn try_parse() -> Result<Self, Error> {}
    fn parse_from<I, T>(itr: I) -> Self {}
    fn try_parse_from<I, T>(itr: I) -> Result<Self, Error> {}
    fn update_from<I, T>(&mut self, itr: I) {}
}
pub use self::error::Error;
pub mod error {
    pub struct Error;
    impl Error {
        pub fn exit(&self) -> ! {}
        pub fn print(&self) -> std::io::Result<()> {}
        pub fn exit_code(&self) -> i32 {}
    }
    impl std::fmt::Debug for Error {}
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
}
