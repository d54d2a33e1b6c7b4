export const whatIf = {
  title: 'Wat kost het mij?',
  lead: 'Vul uw KVK-nummer in. U ziet meteen of de gemeente voor u betaalt, en waarom. Wij houden niet bij dat u dit vroeg.',
  kvkNumber: 'KVK-nummer',
  hint: '8 cijfers. U vindt het op uw uittreksel, of op kvk.nl.',
  button: 'Bekijk wat het mij kost',
  again: 'Kijk met een ander nummer',
  answer: (kvkNumber: string): string => `Als u zich nu aanmeldt met KVK-nummer ${kvkNumber}`,
  note: 'Wij keken alleen naar dit nummer. Wat de gemeente al eerder voor u betaalde, tellen wij mee als u zich aanmeldt.',
  wrong: 'Vul een KVK-nummer in. Dat heeft 8 cijfers.',
  first: 'Bekijk eerst wat het kost',
};
