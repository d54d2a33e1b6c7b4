import type { Industry } from '../../language/vocabularies.ts';
import type { CodeRow } from './rules.ts';

/**
 * How codes of SBI 2025 begin, by branch. That list no longer says how something is sold: Markt, Internet and Import/export
 * cannot be told from it, and have no code here.
 */
const codes: Record<Industry, string> = {
  Administratief: '692 821',
  Ambacht: '10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 95',
  Bouw: '41 42 43',
  Cultuur: '58 59 60 741 742 90 91',
  Detailhandel: '47',
  Dienstverlening: '64 65 66 68 69 70 71 72 73 74 75 77 78 79 80 81 82 85 961 963',
  Groothandel: '46',
  Horeca: '55 56',
  ICT: '582 61 62 63',
  'Import/export': '',
  Internet: '',
  Kinderopvang: '8891',
  Markt: '',
  Overig: '01 02 03 05 06 07 08 09 35 36 37 38 39 84 92 93 94 97 98 99',
  'Taxi/vervoer': '49 50 51 52 53',
  'Verzorgend beroep': '86 87 88 96',
};

/** The table from codes to branches that the product comes with. */
export const usualCodes: CodeRow[] = Object.entries(codes)
  .flatMap(([industry, list]) => list.split(' ').flatMap((code) => (code ? { code, industry } : [])))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
