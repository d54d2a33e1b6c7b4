// Plain JavaScript and loaded first, because an old Node cannot even read the TypeScript that follows.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Opkoers needs Node 22.18 or newer and this is ${process.versions.node}: run it with npm after "npm ci".`,
  );
  process.exit(1);
}
