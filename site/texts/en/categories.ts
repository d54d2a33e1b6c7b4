import type { Texts } from '../nl.ts';

export const categories: Texts['categories'] = {
  save: 'Save the table',
  twice: (line) => `Line ${line} is there twice.`,
  wrong: (line) => `Line ${line} is not right.`,
  districts: {
    title: 'Districts',
    lead: 'A report counts where businesses are, as the business register says. Here you say which postcode or town belongs to which district. Of a business elsewhere the report names the town.',
    label: 'Postcodes or towns, with their district',
    hint: 'Each line: 4 digits, a range or a town; then a semicolon; then the district. For example: 1181-1183 ; Noord. After every change earlier visits are counted anew too. Reports that were kept stay as they are.',
    saved: 'The districts were saved',
  },
  industries: {
    title: 'Industries',
    lead: 'The business register gives every business an SBI code. Here you say to which industry a code belongs in reports, for all municipalities.',
    known: (names) => `The industries are: ${names}. A code without a line counts as unknown.`,
    usual: 'This is the table that comes with the portal. Empty the field and it comes back.',
    label: 'Beginning of the SBI code, with the industry',
    hint: 'Each line: 1 to 5 digits; then a semicolon; then the industry. The line with the most digits counts. For example: 8891 ; Kinderopvang',
    saved: 'The industries were saved',
  },
};
