// Where the pages' sources are, for tests beside this file.
export const web = new URL('../../main/resources/web/', import.meta.url);
