/** React Flow as it comes, with its default node: what most diagrams on the web are made of. */

import { ReactFlow, useEdgesState, useNodesState, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import { fetchScene, type BareScene } from './scene.ts';

const nodesOf = ({ boxes }: BareScene): Node[] =>
  boxes.map(({ id, parent, label, x, y, width, height }) => ({
    id,
    position: { x, y },
    data: { label },
    style: { width, height },
    ...(parent === undefined ? {} : { parentId: parent }),
  }));

const edgesOf = ({ lines }: BareScene): Edge[] =>
  lines.map(({ id, from, to }) => ({ id, source: from, target: to }));

function Bare({ scene }: { readonly scene: BareScene }) {
  const [nodes, , onNodesChange] = useNodesState(nodesOf(scene));
  const [edges, , onEdgesChange] = useEdgesState(edgesOf(scene));
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.1}
      maxZoom={4}
      panOnScroll
      zoomOnScroll={false}
      fitView
    />
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Bare scene={await fetchScene()} />);
