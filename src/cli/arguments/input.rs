//! Arguments read from standard input.

use std::io::Read as _;

use crate::cli::context::Context;

/// Largest size of an argument on standard input, in bytes.
const LONGEST_INPUT: u64 = 1 << 16;

/// Returns the argument, or for `-` the content of standard input: arguments are visible to other
/// accounts of the machine.
///
/// # Errors
/// If standard input cannot be read, or is not UTF-8.
pub(in crate::cli) fn argument_or_input(
    argument: &str,
    context: &mut Context<'_>,
) -> std::io::Result<String> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let mut text = String::new();
    let input = context.input();
    input.take(LONGEST_INPUT).read_to_string(&mut text)?;
    Ok(text.trim().to_owned())
}
