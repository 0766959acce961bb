// Runs before the first paint, so that a chosen theme never flashes. Kept apart because inline scripts are not allowed.
try {
  const theme = localStorage.getItem("homstyle.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is then a good answer.
}
