/** Inner SVG of our own line icons, drawn on a 24 grid. */
export const icons = {
  coaching: '<circle cx="12" cy="12" r="8.5"/><path d="m15.6 8.4-2.2 5-5 2.2 2.2-5z"/>',
  knowledge:
    '<path d="M12 6.5C10 5 7 4.7 3.5 5v13c3.5-.3 6.5 0 8.5 1.5 2-1.5 5-1.8 8.5-1.5V5C17 4.7 14 5 12 6.5zM12 6.5V19"/>',
  workshop:
    '<path d="M14.5 6.5a4 4 0 0 1 5-2l-2.6 2.6.4 2 2 .4 2.6-2.6a4 4 0 0 1-5.4 4.5L8 20a2.1 2.1 0 0 1-3-3l8.6-8.5"/><path d="M14.5 6.5a4 4 0 0 0-.9 2"/>',
  inspiration: '<path d="M3 18.5h18M6.5 18.5a5.5 5.5 0 0 1 11 0M12 9V4.5M5.8 12 3.2 9.4M18.2 12l2.6-2.6"/>',
  network:
    '<circle cx="12" cy="5.5" r="2.5"/><circle cx="5.5" cy="17.5" r="2.5"/><circle cx="18.5" cy="17.5" r="2.5"/><path d="m10.8 7.7-4 7.5M13.2 7.7l4 7.5M8 17.5h8"/>',
  oneOnOne:
    '<circle cx="7.5" cy="8" r="2.7"/><circle cx="16.5" cy="8" r="2.7"/><path d="M2.5 19v-1.5a4 4 0 0 1 4-4h2a4 4 0 0 1 3.5 2 4 4 0 0 1 3.5-2h2a4 4 0 0 1 4 4V19"/>',
  calendar: '<rect x="3.5" y="5" width="17" height="15" rx="2"/><path d="M3.5 10h17M8 2.8v4M16 2.8v4"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.3l3.3 2"/>',
  place:
    '<path d="M12 21c4.3-4.8 6.5-8.3 6.5-11.2a6.5 6.5 0 0 0-13 0C5.5 12.7 7.7 16.2 12 21z"/><circle cx="12" cy="9.8" r="2.3"/>',
  online: '<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M8.5 20h7M12 16.5V20"/>',
  people:
    '<circle cx="9" cy="8" r="3.2"/><path d="M2.8 19.5v-1a5 5 0 0 1 5-5h2.4a5 5 0 0 1 5 5v1M15.5 5a3.2 3.2 0 0 1 0 6M18 14.2a5 5 0 0 1 3.2 4.3v1"/>',
  euro: '<path d="M18 6.5a6.8 6.8 0 1 0 0 11M4.5 10.3h8.5M4.5 13.7h7.5"/>',
  check: '<path d="m4.5 12.8 5 5L19.5 7"/>',
  cross: '<path d="m6 6 12 12M18 6 6 18"/>',
  hourglass:
    '<path d="M6.5 3.5h11M6.5 20.5h11M7.5 3.5c0 5 9 6 9 8.5s-9 3.5-9 8.5M16.5 3.5c0 5-9 6-9 8.5s9 3.5 9 8.5"/>',
  queue: '<path d="M4 6.5h16M4 12h11M4 17.5h6"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.6v.1"/>',
  warning: '<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1"/>',
  mail: '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="m3.5 7.2 8.5 6.3 8.5-6.3"/>',
  phone:
    '<path d="M8.5 4H5a1.5 1.5 0 0 0-1.5 1.6A16.5 16.5 0 0 0 18.4 20.5a1.5 1.5 0 0 0 1.6-1.5v-3.4l-4.5-1.8-1.8 2.2A13 13 0 0 1 8 10.3l2.3-1.8z"/>',
  arrow: '<path d="M4.5 12h15M13.5 6l6 6-6 6"/>',
  back: '<path d="M19.5 12h-15M10.5 6l-6 6 6 6"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  chevron: '<path d="m9.5 6 6 6-6 6"/>',
  filter:
    '<path d="M3.5 7h9M17.5 7h3M3.5 17h3M11.5 17h9"/><circle cx="15" cy="7" r="2.5"/><circle cx="9" cy="17" r="2.5"/>',
  moved:
    '<path d="M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 3.8v4.7h-4.7M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20.2v-4.7h4.7"/>',
  download: '<path d="M12 3.5v12M6.5 10.5l5.5 5.5 5.5-5.5M4 20.5h16"/>',
  print: '<path d="M7 8.5v-5h10v5M7 17H4v-8.5h16V17h-3"/><path d="M7 14h10v6.5H7z"/>',
  question:
    '<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1.1.9-1.1 1.9M12 16.6v.1"/>',
} as const;

export type IconName = keyof typeof icons;
