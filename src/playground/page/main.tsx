import { render } from 'preact';
import { App } from './app.js';
import { applyTheme } from './theme.js';

applyTheme();
const place = document.getElementById('page');
if (place) render(<App />, place);
