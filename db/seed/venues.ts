import type { venues } from '../schema/catalogue.ts';
import { idOf } from './random.ts';

type Venue = Omit<typeof venues.$inferInsert, 'id'>;

// Invented places in real streets; the coordinates are those of the neighbourhood.
const amstelveen: Venue[] = [
  {
    name: 'Raadhuis Amstelveen',
    street: 'Laan Nieuwer-Amstel 1',
    postcode: '1182 JR',
    city: 'Amstelveen',
    accessibility: 'Rolstoeltoegankelijk, met lift en aangepast toilet. Er is een ringleiding in de zaal.',
    latitude: 52.3086,
    longitude: 4.8639,
  },
  {
    name: 'Bibliotheek aan het Stadsplein',
    street: 'Stadsplein',
    postcode: '1181 ZM',
    city: 'Amstelveen',
    accessibility: 'Rolstoeltoegankelijk, met lift. De zaal is op de eerste verdieping.',
    latitude: 52.3022,
    longitude: 4.8607,
  },
  {
    name: 'Wijkcentrum Keizer Karelpark',
    street: 'Keizer Karelweg',
    postcode: '1185 HZ',
    city: 'Amstelveen',
    accessibility: 'Alles op de begane grond. Aangepast toilet aanwezig.',
    latitude: 52.3001,
    longitude: 4.8737,
  },
  {
    name: 'Ondernemerszaal Legmeer',
    street: 'Bouwerij',
    postcode: '1185 XX',
    city: 'Amstelveen',
    accessibility: 'Drempelvrije ingang aan de achterkant. Parkeerplaats voor gehandicapten bij de deur.',
    latitude: 52.2871,
    longitude: 4.8252,
  },
  {
    name: 'Zaal Oude Dorp',
    street: 'Dorpsstraat',
    postcode: '1182 JE',
    city: 'Amstelveen',
    accessibility: 'Eén lage drempel, een medewerker helpt u. Geen aangepast toilet.',
    latitude: 52.3101,
    longitude: 4.8571,
  },
];

const amsterdam: Venue[] = [
  {
    name: 'Bibliotheek Oosterdok',
    street: 'Oosterdokskade',
    postcode: '1011 DL',
    city: 'Amsterdam',
    accessibility: 'Rolstoeltoegankelijk, met lift en aangepast toilet. Er is een ringleiding.',
    latitude: 52.3757,
    longitude: 4.9085,
  },
  {
    name: 'Buurtzaal Osdorpplein',
    street: 'Osdorpplein',
    postcode: '1068 EL',
    city: 'Amsterdam',
    accessibility: 'Alles op de begane grond. Tram en bus stoppen voor de deur.',
    latitude: 52.3589,
    longitude: 4.8044,
  },
  {
    name: 'Werkplaats NDSM',
    street: 'NDSM-plein',
    postcode: '1033 WB',
    city: 'Amsterdam',
    accessibility: 'Rolstoeltoegankelijk via de schuifdeur. Aangepast toilet aanwezig.',
    latitude: 52.4009,
    longitude: 4.8945,
  },
  {
    name: 'Wijkzaal Bijlmer',
    street: 'Bijlmerplein',
    postcode: '1102 MG',
    city: 'Amsterdam',
    accessibility: 'Rolstoeltoegankelijk, met lift. Dicht bij station Bijlmer ArenA.',
    latitude: 52.3134,
    longitude: 4.9536,
  },
  {
    name: 'Atelier De Hallen',
    street: 'Hannie Dankbaarpassage',
    postcode: '1053 RT',
    city: 'Amsterdam',
    accessibility: 'Drempelvrij. Aangepast toilet in de passage.',
    latitude: 52.3666,
    longitude: 4.8681,
  },
];

// Deventer's is wholly invented.
const deventer: Venue[] = [
  {
    name: 'Spreekkamer (voorbeeld)',
    street: 'Voorbeeldstraat 1',
    postcode: '7411 ZZ',
    city: 'Deventer',
    accessibility: null,
    latitude: null,
    longitude: null,
  },
];

const idOfVenue = (venue: Venue) => idOf(`venue/${venue.name}`);

export const venueRows = [...amstelveen, ...amsterdam, ...deventer].map((venue) => ({
  ...venue,
  id: idOfVenue(venue),
}));

export const venuesOf: Record<string, string[]> = {
  amstelveen: amstelveen.map(idOfVenue),
  amsterdam: amsterdam.map(idOfVenue),
  deventer: deventer.map(idOfVenue),
};
