// The page's entry: mounts the application into the document.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <main>
        <h1>VPC Designer</h1>
      </main>
    </StrictMode>,
  );
}
