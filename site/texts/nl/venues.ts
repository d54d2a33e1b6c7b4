const sessions = (coming: number): string => (coming === 1 ? '1 sessie' : `${coming} sessies`);

export const venues = {
  title: 'Uw locaties',
  link: 'Locaties',
  lead: 'Plekken waar u vaker bent. U kiest ze als u een sessie maakt.',
  none: 'U hebt nog geen eigen locaties.',
  add: 'Voeg een locatie toe',
  name: 'Naam van de plek',
  street: 'Straat en huisnummer',
  postcode: 'Postcode',
  city: 'Plaats',
  room: 'Zaal of verdieping',
  accessibility: 'Hoe komt iemand in een rolstoel binnen?',
  accessibilityHint: 'Staat bij elke sessie op deze plek.',
  organisation: 'Van welke organisatie?',
  save: 'Bewaar',
  addButton: 'Voeg toe',
  change: 'Wijzig',
  coming: (coming: number): string =>
    coming === 0
      ? 'Er is hier niets gepland.'
      : `Er ${coming === 1 ? 'is' : 'zijn'} ${sessions(coming)} gepland.`,
  addressStays:
    'Zolang hier sessies gepland zijn, blijft het adres zo. Verhuist u? Maak een nieuwe locatie en verplaats elke sessie. Dan krijgt iedereen een mail.',
  archive: 'Archiveer deze locatie',
  archiveText: 'U kunt de locatie dan niet meer kiezen. Sessies die hier gepland zijn, gaan door.',
  archiveButton: 'Ja, archiveer',
  archived: 'Gearchiveerd',
  done: {
    made: 'De locatie staat erbij',
    saved: 'De locatie is gewijzigd',
    archived: 'De locatie is gearchiveerd',
  },
};
