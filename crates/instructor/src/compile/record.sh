#!/bin/sh
# Cargo calls this instead of the compiler for each package of the template. What is compiled is noted in a file of its own, in the
# form that recipe.rs reads; then the compiler does its work.
if [ -n "$CARGO_PKG_NAME" ] && [ -n "$CARGO_CRATE_NAME" ]; then
    {
        printf '%s\0' "$@" "--- environment"
        env -0
    } >"$LOOPBACK_RECORD/$CARGO_PKG_NAME.${CARGO_BIN_NAME:-library}"
fi
exec "$@"
