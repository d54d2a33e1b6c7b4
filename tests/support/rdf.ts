import jsonld from 'jsonld';

type Quad = { subject: { value: string }; predicate: { value: string }; object: { value: string } };
const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
};
const full = (name: string) =>
  name.replace(/^(\w+):/, (_, prefix: keyof typeof prefixes) => prefixes[prefix] ?? `${prefix}:`);

/** JSON-LD as another library reads it: as statements. It fetches nothing, and refuses what is no JSON-LD. */
export async function readRdf(document: object) {
  // `safe` is newer than the types of the library.
  const options = {
    safe: true,
    documentLoader: (address: string) => Promise.reject(new Error(`Would fetch ${address}`)),
  };
  const quads: unknown = await jsonld.toRDF(document, options);
  const all = quads as Quad[];
  const objects = (subject: string, predicate: string) =>
    all
      .filter((one) => one.subject.value === subject && one.predicate.value === full(predicate))
      .map((one) => one.object.value);
  const ofType = (type: string) =>
    all
      .filter((one) => one.predicate.value === full('rdf:type') && one.object.value === full(type))
      .map((one) => one.subject.value);
  return { objects, ofType };
}
