/** Where the page is that shows how to photograph a document. */
export const guidePath = '/photograph-a-document';
