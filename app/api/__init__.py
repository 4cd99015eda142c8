"""Every route, one router a noun; and what they share: parameters, errors, methods."""
