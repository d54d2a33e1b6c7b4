import { paths } from '../../api/language/paths.ts';
import type { DemoMark } from '../demo-mark.ts';
import type { PublicFigures } from './open-data.ts';
import { texts } from '../texts/index.ts';

const authority = (table: string, code: string) => ({
  '@id': `http://publications.europa.eu/resource/authority/${table}/${code}`,
});
const CC0 = authority('licence', 'CC0');
const DUTCH = authority('language', 'NLD');
const PUBLIC = authority('access-right', 'PUBLIC');
const media = (type: string) => ({ '@id': `https://www.iana.org/assignments/media-types/${type}` });
const words = (value: string) => ({ '@value': value, '@language': 'nl' });
const typed = (value: string, type: string) => ({ '@value': value, '@type': `xsd:${type}` });

/** A gemeente in the register of organisations of the government (TOOI), by its CBS code. */
const municipalityId = (cbsCode: string) => `https://identifier.overheid.nl/tooi/id/gemeente/gm${cbsCode}`;

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

type About = { all: PublicFigures[]; publicUrl: string; mark: DemoMark };

/** All open data as a catalogue in DCAT 2, with what DCAT-AP-NL asks for; in Dutch. */
export function catalogue({ all, publicUrl, mark }: About) {
  const t = texts('nl').openData;
  const page = publicUrl + paths.openData.all();
  const contact = {
    '@type': 'vcard:Organization',
    'vcard:fn': words('Opkoers'),
    'vcard:hasURL': { '@id': page },
  };
  const newest = all
    .flatMap(({ modified }) => modified ?? [])
    .sort()
    .at(-1);
  return {
    '@context': context,
    '@id': `${page}#catalogus`,
    '@type': 'dcat:Catalog',
    'dct:title': words(markedTitle(t.dataset.catalogue, mark)),
    'dct:description': words(markedText(t.dataset.catalogueText, mark)),
    'dct:language': DUTCH,
    'dct:license': CC0,
    'dct:publisher': { '@id': `${publicUrl}/#portaal`, '@type': 'foaf:Agent', 'foaf:name': words('Opkoers') },
    'foaf:homepage': { '@id': page },
    ...(newest && { 'dct:modified': typed(newest, 'dateTime') }),
    'dcat:dataset': all
      .filter(({ quarters }) => quarters.length > 0)
      .map((one) => dataset(one, { publicUrl, contact, mark })),
  };
}

const markedTitle = (title: string, mark: DemoMark) => (mark ? `${mark.label}: ${title}` : title);
const markedText = (text: string, mark: DemoMark) => (mark ? `${mark.sentence} ${text}` : text);

const publisher = ({ name, cbsCode }: PublicFigures['municipality']) => ({
  '@id': municipalityId(cbsCode),
  '@type': 'foaf:Organization',
  'foaf:name': words(texts('nl').openData.dataset.publisher(name)),
});

function dataset(
  { programme, municipality, modified, quarters }: PublicFigures,
  { publicUrl, contact, mark }: Omit<About, 'all'> & { contact: object },
) {
  const t = texts('nl').openData.dataset;
  const page = publicUrl + paths.openData.programme(programme.slug);
  const distribution = (name: string, at: string, type: string, format: string, more: object = {}) => ({
    '@id': `${page}#${format.toLowerCase()}`,
    '@type': 'dcat:Distribution',
    'dct:title': words(markedTitle(`${t.title(programme.name)} (${name})`, mark)),
    'dct:license': CC0,
    'dcat:accessURL': { '@id': page },
    'dcat:downloadURL': { '@id': at },
    'dcat:mediaType': media(type),
    'dct:format': authority('file-type', format),
    ...more,
  });
  return {
    '@id': `${page}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:identifier': `${page}#dataset`,
    'dct:title': words(markedTitle(t.title(programme.name), mark)),
    'dct:description': words(markedText(t.text(programme.name, municipality.name), mark)),
    'dcat:keyword': t.keywords.map(words),
    'dcat:theme': authority('data-theme', 'ECON'),
    'dct:language': DUTCH,
    'dct:license': CC0,
    'dct:accessRights': PUBLIC,
    'dct:publisher': publisher(municipality),
    'dct:creator': publisher(municipality),
    'dcat:contactPoint': contact,
    'dcat:landingPage': { '@id': page },
    'dct:spatial': {
      '@id': municipalityId(municipality.cbsCode),
      '@type': 'dct:Location',
      'skos:notation': `GM${municipality.cbsCode}`,
      'skos:prefLabel': words(municipality.name),
    },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': typed(quarters[0]!.startsOn, 'date'),
      'dcat:endDate': typed(quarters.at(-1)!.endsOn, 'date'),
    },
    'dct:accrualPeriodicity': authority('frequency', 'QUARTERLY'),
    ...(modified && { 'dct:modified': typed(modified, 'dateTime') }),
    'dcat:distribution': [
      distribution('CSV', publicUrl + paths.openData.csv(programme.slug), 'text/csv', 'CSV', {
        'dct:conformsTo': { '@id': 'https://www.rfc-editor.org/rfc/rfc4180' },
      }),
      distribution('JSON', publicUrl + paths.openData.json(programme.slug), 'application/json', 'JSON'),
    ],
  };
}
