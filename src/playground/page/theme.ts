export type Theme = 'dark' | 'light';

const KEY = 'theme';

/** The theme that was chosen, or else the one the system asks for. */
export function currentTheme(): Theme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Shows the page in a theme; one that is given is kept. */
export function applyTheme(theme?: Theme): void {
  if (theme) localStorage.setItem(KEY, theme);
  document.documentElement.dataset.theme = currentTheme();
}
