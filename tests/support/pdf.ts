import { getDocumentProxy } from 'unpdf';

type Node = { role?: string; children?: Node[]; type?: string; lang?: string };
/** A PDF as another library reads it: its title and language, the words of each page, and the roles of its tags in order. */
export async function readPdf(bytes: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const mark = await document.getMarkInfo();
  const pages: { words: string; roles: string[]; width: number; height: number }[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const { width, height } = page.getViewport({ scale: 1 });
    const roles: string[] = [];
    const walk = (node: Node) => {
      if (node.role) roles.push(node.role);
      node.children?.forEach(walk);
    };
    walk((await page.getStructTree()) as Node);
    pages.push({
      words: items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
      roles,
      width,
      height,
    });
  }
  return { title: info.Title, language: info.Language, isTagged: Boolean(mark?.Marked), pages };
}
