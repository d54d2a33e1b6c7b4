/** Why a catalogue cannot be saved, for the municipality's desk. */
export const words = {
  nl: {
    twice: (code: string) =>
      `Er zijn twee producten met de code ‘${code}’. Geef een van de twee een andere naam of code.`,
    hasModules: (name: string, modules: number) =>
      `‘${name}’ kan niet weg: er ${modules === 1 ? 'is 1 aanbod' : `zijn ${modules} soorten aanbod`} met dit product.`,
    hasRule: (name: string) =>
      `‘${name}’ kan niet weg: een van de regels gaat erover. Verander eerst de regels.`,
  },
  en: {
    twice: (code: string) =>
      `There are two products with the code ‘${code}’. Give one of them another name or code.`,
    hasModules: (name: string, modules: number) =>
      `‘${name}’ cannot go: ${modules === 1 ? 'one offer is' : `${modules} offers are`} of this product.`,
    hasRule: (name: string) => `‘${name}’ cannot go: one of the rules is about it. Change the rules first.`,
  },
};
