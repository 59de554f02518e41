"""What readers meet in a real browser: Debian's Chromium, driven through Playwright."""
