"""Where reading runs: in this process now; pools and clusters register themselves as `parley.engines`."""
