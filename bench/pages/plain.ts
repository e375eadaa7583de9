/** The boxes on one 2D canvas, drawn anew in every frame: about as fast as a page can be. */

import { fetchScene } from './scene.ts';

const { boxes, lines } = await fetchScene();
const canvas = document.createElement('canvas');
canvas.width = innerWidth;
canvas.height = innerHeight;
document.getElementById('root')?.append(canvas);
const context = canvas.getContext('2d');

const places = new Map<string, { readonly x: number; readonly y: number }>();
for (const { id, parent, x, y } of boxes) {
  const around = parent === undefined ? { x: 0, y: 0 } : (places.get(parent) ?? { x: 0, y: 0 });
  places.set(id, { x: x + around.x, y: y + around.y });
}
const right = Math.max(...boxes.map(({ id, width }) => (places.get(id)?.x ?? 0) + width));
const bottom = Math.max(...boxes.map(({ id, height }) => (places.get(id)?.y ?? 0) + height));
const view = { x: 0, y: 0, zoom: Math.min(1, innerWidth / right, innerHeight / bottom) };
const middles = new Map(
  boxes.map(({ id, width, height }) => {
    const at = places.get(id) ?? { x: 0, y: 0 };
    return [id, { x: at.x + width / 2, y: at.y + height / 2 }];
  }),
);

function draw(): void {
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(view.zoom, 0, 0, view.zoom, view.x, view.y);
  context.font = '12px sans-serif';
  context.lineWidth = 1;
  context.strokeStyle = '#888';
  for (const { from, to } of lines) {
    const start = middles.get(from);
    const end = middles.get(to);
    if (!start || !end) continue;
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  for (const { id, label, width, height } of boxes) {
    const at = places.get(id);
    if (!at) continue;
    context.fillStyle = '#fff';
    context.fillRect(at.x, at.y, width, height);
    context.strokeRect(at.x, at.y, width, height);
    context.fillStyle = '#222';
    context.fillText(label, at.x + 8, at.y + 16);
  }
}

addEventListener('wheel', (event) => {
  if (event.ctrlKey) return;
  view.x -= event.deltaX / 2;
  view.y -= event.deltaY / 2;
  draw();
});
draw();
