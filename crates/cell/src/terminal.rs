//! The terminal that shows our output.

/// How many columns the terminal at our stdout has; `None` where stdout is none, or the system does not tell.
pub fn terminal_columns() -> Option<usize> {
    #[cfg(target_os = "linux")]
    {
        let mut size = libc::winsize {
            ws_row: 0,
            ws_col: 0,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        // SAFETY: TIOCGWINSZ writes one winsize, which lives until the call returns.
        let answer = unsafe { libc::ioctl(libc::STDOUT_FILENO, libc::TIOCGWINSZ, &raw mut size) };
        // A serial line without a size says 0.
        (answer == 0 && size.ws_col > 0).then_some(usize::from(size.ws_col))
    }
    #[cfg(not(target_os = "linux"))]
    {
        // What shells that export it say.
        use std::io::IsTerminal;
        let columns = std::env::var("COLUMNS").ok()?.parse().ok()?;
        std::io::stdout().is_terminal().then_some(columns)
    }
}
