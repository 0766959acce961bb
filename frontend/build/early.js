// Runs before the first paint: a chosen theme never flashes, and the language's texts are asked for at once, together
// with the rest. The build names the file of each language in this script's own tag. Kept apart because inline scripts
// are not allowed.
{
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be forbidden; the system's theme and the browser's languages are then a good answer.
      return null;
    }
  };
  const page = document.documentElement;
  const theme = stored("homstyle.theme");
  if (theme === "light" || theme === "dark") page.dataset.theme = theme;

  const files = document.currentScript.dataset;
  const wanted = [stored("homstyle.language") ?? "", ...navigator.languages].map(
    (one) => one.toLowerCase().split("-")[0],
  );
  page.lang = wanted.find((language) => language in files) ?? "en";
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = files[page.lang];
  document.head.append(link);
}
