export const about = {
  notFound: {
    title: 'Deze pagina vinden we niet',
    text: 'Misschien is de pagina weggehaald, of klopt het adres niet helemaal. Zoek hieronder, of bel ons.',
    offer: 'Bekijk het aanbod',
    home: 'Naar de startpagina',
  },
  failed: {
    title: 'Er ging iets mis bij ons',
    text: 'Het ligt niet aan u. Probeer het over een paar minuten nog een keer. Lukt het niet? Bel ons.',
    again: 'Probeer opnieuw',
  },
  away: {
    sent: 'Verstuurde u net iets? Dan mag u deze pagina opnieuw laden en het nog een keer versturen: het telt maar één keer.',
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: 'Iedere ondernemer moet deze site kunnen gebruiken.',
    sections: [
      {
        title: 'Wat we doen',
        paragraphs: [
          'We bouwen naar de norm WCAG 2.2, niveau A en AA. U kunt alles doen met alleen een toetsenbord. De site werkt ook zonder JavaScript en als u de tekst twee keer zo groot maakt.',
          'Bij elke verandering controleert een programma alle pagina’s. Zo’n programma vindt maar een deel van de fouten.',
        ],
      },
      {
        title: 'Wat er nog niet is',
        paragraphs: [
          'Een onafhankelijk bureau heeft de site nog niet onderzocht. Daarom staat er nog geen verklaring in het register van de overheid.',
        ],
      },
    ],
    complain: 'Lukt er iets niet?',
    complainText:
      'Neem contact op met uw gemeente: onderaan deze pagina staat hoe. Vertel wat u wilde doen en waar het misging. Dan helpen we u verder en zorgen dat het wordt opgelost.',
    venues: 'Naar een bijeenkomst komen',
    venuesText:
      'Bij elke bijeenkomst staat of de plek met een rolstoel te bereiken is. Hebt u een tolk of iets anders nodig? Bel ons op tijd.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'We vragen zo weinig mogelijk, en gebruiken het alleen waarvoor u het geeft.',
    sections: [
      {
        title: 'Wat we van u weten',
        paragraphs: [
          'Meldt u zich aan? Dan bewaren we uw naam, uw e-mailadres en de bijeenkomst. Geeft u een KVK-nummer, dan bewaren we dat ook.',
          'We bewaren ook of de gemeente voor u betaalt en waarom, en of u er was. U kunt dat zelf zien bij uw aanmelding.',
          'Geeft u een KVK-nummer, dan vragen we bij KVK of uw bedrijf is ingeschreven en waar het gevestigd is. Het laatste antwoord bewaren we, zodat later te zien is waarom de gemeente betaalde. Is het ouder dan een dag en geeft u het nummer weer, dan vragen we het opnieuw. Voor de cijfers van de gemeente bewaren we daarvan wat uw bedrijf vooral doet, de plaats, en van de postcode de vier cijfers. Vraagt een programma een verklaring van u? Dan bewaren we wat u verklaart.',
          'Hebt u een plaats? Dan vragen we hoe oud u bent en waar u woont. U hoeft dat niet te zeggen. Zegt u het wel, dan bewaren we een leeftijdsgroep en vier cijfers van een postcode, tot u ze weghaalt.',
          'Verenigingen kunnen hun ledenlijst geven. Daarvan bewaren we alleen codes: niemand kan er namen of adressen uit lezen. Zo zien we of u lid bent. U mag het ook zelf zeggen, als u al een plaats hebt. Het hoeft niet.',
          'Kwam u zonder aanmelding? Dan kan de organisator noteren of u lid bent van een ondernemersvereniging. Dat mag ook onbekend blijven.',
        ],
      },
      {
        title: 'Wie dat ziet',
        paragraphs: [
          'De organisator ziet de namen van wie naar zijn bijeenkomst komt, voor de presentielijst. Andere verenigingen zien u niet.',
          'De gemeente ziet aantallen: hoeveel ondernemers kwamen, en hoeveel daarvan lid waren. Kleine aantallen zijn afgeschermd.',
          'Moet een medewerker van de gemeente kijken of de gemeente voor u betaalt? Dan ziet die uw naam, uw KVK-nummer, de bijeenkomst en wat u verklaarde. Is de betaling staatssteun? Dan schrijft de gemeente die in een register van de overheid, met uw KVK-nummer.',
          'We verkopen niets en sturen geen reclame. U krijgt alleen mail over uw eigen aanmeldingen.',
          'Antwoordt u in uw agenda op een uitnodiging? Zegt u af, dan annuleren we uw plaats. Kunnen we uw antwoord niet verwerken, dan bewaren we het hoogstens 90 dagen.',
        ],
      },
      {
        title: 'Cookies',
        paragraphs: [
          'We zetten één cookie: als u inlogt of uw plaats bevestigt. Die onthoudt dat u het bent. Niemand volgt u op deze site, en we laden niets van andere sites.',
        ],
      },
    ],
    rights: 'Uw rechten',
    call: 'Neem contact op met uw gemeente: onderaan deze pagina staat hoe',
    mail: (email: string): string => `Mail naar ${email}`,
    rightsText: (reach: string): string =>
      `U mag weten wat we van u hebben. U mag het laten verbeteren of weghalen. ${reach}. Bent u het niet met ons eens? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.`,
    security: 'Zwakke plek gevonden?',
    securityText: (reach: string): string =>
      `Ziet u iets dat niet veilig is? ${reach} en zeg dat het over de veiligheid van deze site gaat. Maak er geen gebruik van en vertel het aan niemand anders. Dan lossen we het zo snel mogelijk op.`,
  },
};
