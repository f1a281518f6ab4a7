//! A pipe with a name in the file system, for a process that is told only where to write.

use std::io;
use std::path::Path;

/// Makes a named pipe that only this user may open.
///
/// # Errors
/// What the system answers; `Unsupported` outside Linux.
pub fn make_fifo(path: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStrExt;
        let path = std::ffi::CString::new(path.as_os_str().as_bytes())?;
        // SAFETY: the path ends in a zero byte and lives as long as the call.
        match unsafe { libc::mkfifo(path.as_ptr(), 0o600) } {
            0 => Ok(()),
            _ => Err(io::Error::last_os_error()),
        }
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = path;
        Err(io::ErrorKind::Unsupported.into())
    }
}
