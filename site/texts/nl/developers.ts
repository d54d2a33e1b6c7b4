export const developers = {
  title: 'API voor ontwikkelaars',
  lead: 'Alles wat deze site doet, loopt via deze API. Uw eigen site of systeem kan haar ook gebruiken.',
  document: 'Het OpenAPI-document als JSON',
  version: (version: string): string => `versie ${version}`,
  parametersOf: (path: string): string => `Parameters van ${path}`,
  bodyOf: (path: string): string => `Body van ${path}, als JSON`,
  name: 'Naam',
  place: 'Plaats',
  meaning: 'Betekenis',
  required: 'verplicht',
};
