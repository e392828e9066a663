//! Whether a check is to go on.

/// Whether anyone still waits for the findings.
pub type IsAwaited<'a> = dyn Fn() -> bool + Sync + 'a;
