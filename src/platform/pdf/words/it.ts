export const it = { product: 'Sportello', page: 'Pagina', of: 'di' };
