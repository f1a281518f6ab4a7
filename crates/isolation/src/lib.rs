//! The full cell.
