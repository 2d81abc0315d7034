//! The command as people and CI run it: arguments in, complete output and exit code out.

mod broken_input;
mod check;
mod init;
mod lists;
mod map;
mod marks;
mod selection;
mod workspace;
