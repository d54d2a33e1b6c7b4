/** First and family names as they live together in Amstelveen and Amsterdam; who has which is invented. */
export const names = {
  dutch: {
    weight: 36,
    first:
      'Anouk Bas Carlijn Daan Esther Floor Gijs Hilde Iris Jeroen Karin Lotte Maarten Nienke Olaf Petra Ruben Sanne Thijs Wouter'.split(
        ' ',
      ),
    family:
      'de Boer|van der Laan|Hoekstra|van Dijk|Mulder|Postma|van den Heuvel|Kuipers|Schipper|Brouwer|Zijlstra|Verhoeven|Dekker|van Loon|Wagenaar|Timmer'.split(
        '|',
      ),
  },
  moroccan: {
    weight: 11,
    first: 'Yassin Fatima Hamza Khadija Mohamed Samira Bilal Nora Soufian Ikram'.split(' '),
    family: 'El Amrani|Bouzid|Ait Taleb|Benali|Chaoui|El Haddad|Ouali|Zerouali'.split('|'),
  },
  surinamese: {
    weight: 11,
    first: 'Romano Shanti Jerrel Anushka Ruth Winston Farida Orlando Chandra Melvin'.split(' '),
    family: 'Pinas|Ramdin|Kartosen|Codrington|Jankipersad|Tjon A Fat|Landveld|Soekhlal'.split('|'),
  },
  turkish: {
    weight: 9,
    first: 'Emre Ayşe Murat Zeynep Kemal Elif Hakan Derya Serkan Gülay'.split(' '),
    family: 'Yılmaz|Şahin|Aydın|Koç|Demirci|Arslan|Özkan|Polat'.split('|'),
  },
  indian: {
    weight: 8,
    first: 'Arjun Priya Rahul Ananya Vikram Deepa Karthik Meera'.split(' '),
    family: 'Iyer|Sharma|Kulkarni|Reddy|Menon|Chatterjee|Nair'.split('|'),
  },
  ghanaian: {
    weight: 6,
    first: 'Kwame Abena Kofi Akosua Yaw Efua Kojo Adwoa'.split(' '),
    family: 'Mensah|Boateng|Owusu|Asante|Appiah|Osei'.split('|'),
  },
  polish: {
    weight: 5,
    first: 'Tomasz Magdalena Paweł Katarzyna Marek Ewa'.split(' '),
    family: 'Nowicki|Wójcik|Kamińska|Lewandowicz|Zając'.split('|'),
  },
  antillean: {
    weight: 4,
    first: 'Raymond Chantal Jurick Shurandy Glenda Quincy'.split(' '),
    family: 'Martina|Cijntje|Rosalia|Felicia|Isenia'.split('|'),
  },
  chinese: {
    weight: 3,
    first: 'Wei Mei-Ling Jun Xiao Lin Hao'.split(' '),
    family: 'Chen|Wong|Zhou|Liu|Cheung'.split('|'),
  },
  japanese: {
    weight: 3,
    first: 'Kenji Yuki Haruka Takashi Aiko Naomi'.split(' '),
    family: 'Tanaka|Mori|Fujita|Okada|Hayashi'.split('|'),
  },
  syrian: {
    weight: 4,
    first: 'Omar Rania Khaled Lina Tarek Hala'.split(' '),
    family: 'Al Khatib|Haddad|Darwish|Nassar|Al Masri'.split('|'),
  },
};

const firm = (...patterns: string[]) => patterns;

/** Amsterdam's branches with their share, and how businesses in them tend to be called: F is a first name, L a family name. */
export const industries: Record<string, { weight: number; firms: string[] }> = {
  Cultuur: { weight: 14, firms: firm('Atelier L', 'Studio F', 'Muziekpraktijk L', 'L Film') },
  'Taxi/vervoer': { weight: 11, firms: firm('Taxi L', 'L Koeriers', 'F Rijdt') },
  Overig: { weight: 9, firms: firm('L Verhuur', 'F & Co') },
  Dienstverlening: {
    weight: 13,
    firms: firm('L Advies', 'F Schoonmaak', 'Tolkbureau L', 'Coaching door F'),
  },
  Horeca: { weight: 12, firms: firm('Eetcafé L', 'Lunchroom F', 'Catering L', 'Koffiebar F') },
  Detailhandel: { weight: 9, firms: firm('L Mode', 'Fietsen L', 'Bloemen van F', 'Buurtwinkel L') },
  'Verzorgend beroep': {
    weight: 9,
    firms: firm('Kapsalon F', 'Salon L', 'Massagepraktijk F', 'Barbershop L'),
  },
  Bouw: { weight: 6, firms: firm('Bouwbedrijf L', 'L Schilderwerken', 'Klusbedrijf F') },
  Ambacht: { weight: 4, firms: firm('Meubelmakerij L', 'Naaiatelier F', 'Bakkerij L') },
  ICT: { weight: 4, firms: firm('L Software', 'F IT') },
  Internet: { weight: 2, firms: firm('Webshop van F', 'L Online') },
  Groothandel: { weight: 1, firms: firm('L Groothandel') },
  Administratief: { weight: 2, firms: firm('Administratie L', 'Boekhouden met F') },
  Kinderopvang: { weight: 1, firms: firm('Gastouder F') },
  'Import/export': { weight: 1, firms: firm('L Trading') },
  Markt: { weight: 2, firms: firm('Marktkraam L', 'F op de markt') },
  Onbekend: { weight: 4, firms: [] },
};
