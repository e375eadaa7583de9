// The page's entry: mounts the application into the document.
import './drawing/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startApp } from './app/index.ts';
import { Canvas } from './canvas/index.ts';
import { freezeEdits } from './model/index.ts';
import { Page } from './panels/index.ts';

if (import.meta.env.DEV) freezeEdits();
startApp();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page canvas={<Canvas />} />
    </StrictMode>,
  );
}
