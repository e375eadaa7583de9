// A plain page that shows the pictures of the screens side by side, in grey too.

/** `taken`: name, look and file of each picture. */
export function galleryOf(taken) {
  const names = [...new Set(taken.map(({ name }) => name))];
  const sections = names.map((name) => {
    const pictures = taken
      .filter((picture) => picture.name === name)
      .map(
        ({ look, file }) =>
          `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${look}</figcaption></figure>`,
      );
    return `<h2 id="${name}">${name}</h2><div>${pictures.join('')}</div>`;
  });
  return `<!doctype html>
<meta charset="utf-8">
<title>Screens</title>
<style>
  body { margin: 24px; font: 13px/20px system-ui, sans-serif; }
  div { display: grid; grid-template-columns: repeat(auto-fit, minmax(480px, 1fr)); gap: 16px; }
  figure { margin: 0; }
  img { width: 100%; border: 1px solid #cbd2dc; }
  body:has(:checked) img { filter: grayscale(1); }
</style>
<label><input type="checkbox"> in grey</label>
<p>${names.map((name) => `<a href="#${name}">${name}</a>`).join(' · ')}</p>
${sections.join('\n')}
`;
}
