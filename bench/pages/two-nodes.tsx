/** The least that React with React Flow can be: what a first load is measured against. */

import { ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';

const nodes = [
  { id: 'a', position: { x: 0, y: 0 }, data: { label: 'a' } },
  { id: 'b', position: { x: 0, y: 100 }, data: { label: 'b' } },
];
const edges = [{ id: 'a-b', source: 'a', target: 'b' }];

const root = document.getElementById('root');
if (root) createRoot(root).render(<ReactFlow defaultNodes={nodes} defaultEdges={edges} fitView />);
