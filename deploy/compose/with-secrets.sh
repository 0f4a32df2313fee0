#!/bin/sh
# Runs a process with the secrets that were made at the first start.
set -eu
if [ -r /run/quickfire/product.env ]; then
  set -a
  . /run/quickfire/product.env
  set +a
fi
exec "$@"
