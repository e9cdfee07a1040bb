"""Where reading runs: in this process, or in several of this machine; others register as `parley.engines`."""
