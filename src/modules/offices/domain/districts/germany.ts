import { area, type Districts } from '../district.ts';

/** Demonstration data: no open source gives the districts in Germany. */
export const germany: Districts = {
  country: 'DE',
  isDemonstration: true,
  areas: [
    area('DE', 'Berlin|Berlino', 'berlin', 'Berlin|Berlino; Charlottenburg; Kreuzberg; Neukölln; Spandau'),
    area(
      'DE',
      'Brandenburg|Brandeburgo',
      'berlin',
      'Potsdam; Cottbus; Frankfurt (Oder)|Francoforte sull’Oder|Frankfurt|Francoforte|Frankfurt an der Oder; Brandenburg an der Havel',
    ),
    area(
      'DE',
      'Mecklenburg-Western Pomerania|Meclemburgo-Pomerania Anteriore|Mecklenburg-Vorpommern',
      'berlin',
      'Rostock; Schwerin; Stralsund; Greifswald',
    ),
    area('DE', 'Saxony|Sassonia|Sachsen', 'berlin', 'Dresden|Dresda; Leipzig|Lipsia; Chemnitz; Zwickau'),
    area(
      'DE',
      'Saxony-Anhalt|Sassonia-Anhalt|Sachsen-Anhalt',
      'berlin',
      'Magdeburg|Magdeburgo; Halle; Dessau',
    ),
    area('DE', 'Thuringia|Turingia|Thüringen', 'berlin', 'Erfurt; Jena; Weimar; Gera'),
    area('DE', 'Hamburg|Amburgo', 'hanover', 'Hamburg|Amburgo; Altona; Harburg'),
    area('DE', 'Bremen|Brema', 'hanover', 'Bremen|Brema; Bremerhaven'),
    area('DE', 'Schleswig-Holstein', 'hanover', 'Kiel; Lübeck|Lubecca|Luebeck; Flensburg; Neumünster'),
    area('DE', 'Lower Saxony|Bassa Sassonia|Niedersachsen', 'hanover wolfsburg'),
    area(
      'DE',
      'Lower Saxony, west and centre|Bassa Sassonia, ovest e centro',
      'hanover',
      'Hanover|Hannover; Oldenburg; Osnabrück|Osnabrück|Osnabrueck; Göttingen|Gottinga|Goettingen; Hildesheim; Emden; Lüneburg|Luneburgo',
    ),
    area(
      'DE',
      'Wolfsburg and Brunswick|Wolfsburg e Brunswick',
      'wolfsburg',
      'Wolfsburg; Brunswick|Brunswick|Braunschweig; Gifhorn; Helmstedt; Salzgitter; Wolfenbüttel',
    ),
    area(
      'DE',
      'North Rhine-Westphalia|Renania Settentrionale-Vestfalia|Nordrhein-Westfalen|NRW',
      'cologne dortmund',
    ),
    area(
      'DE',
      'Cologne and Düsseldorf|Colonia e Düsseldorf',
      'cologne',
      'Cologne|Colonia|Köln|Koeln; Düsseldorf|Düsseldorf|Duesseldorf; Bonn; Aachen|Aquisgrana; Leverkusen; Wuppertal; Mönchengladbach; Krefeld; Solingen; Duisburg; Essen; Neuss',
    ),
    area(
      'DE',
      'Dortmund and Westphalia|Dortmund e Vestfalia|Westfalen|Ruhr',
      'dortmund',
      'Dortmund; Bochum; Bielefeld; Münster|Münster|Muenster; Gelsenkirchen; Hagen; Hamm; Herne; Paderborn; Siegen; Recklinghausen',
    ),
    area(
      'DE',
      'Hesse|Assia|Hessen',
      'frankfurt',
      'Frankfurt am Main|Francoforte sul Meno|Frankfurt|Francoforte; Wiesbaden; Darmstadt; Kassel; Offenbach; Hanau; Gießen',
    ),
    area(
      'DE',
      'Rhineland-Palatinate|Renania-Palatinato|Rheinland-Pfalz',
      'frankfurt',
      'Mainz|Magonza; Ludwigshafen; Koblenz|Coblenza; Trier|Treviri; Kaiserslautern; Worms',
    ),
    area(
      'DE',
      'Saarland',
      'frankfurt',
      'Saarbrücken|Saarbrücken|Saarbruecken; Neunkirchen; Völklingen; Homburg',
    ),
    area('DE', 'Baden-Württemberg', 'stuttgart freiburg'),
    area(
      'DE',
      'Stuttgart and Württemberg|Stoccarda e Württemberg',
      'stuttgart',
      'Stuttgart|Stoccarda; Heilbronn; Ulm|Ulma; Ludwigsburg; Esslingen; Reutlingen; Tübingen|Tubinga; Göppingen; Mannheim; Heidelberg; Sindelfingen',
    ),
    area(
      'DE',
      'Karlsruhe and central Baden|Karlsruhe e Baden centrale',
      'stuttgart freiburg',
      'Karlsruhe; Pforzheim; Baden-Baden; Rastatt',
    ),
    area(
      'DE',
      'Freiburg and southern Baden|Friburgo e Baden meridionale|Südbaden',
      'freiburg',
      'Freiburg|Friburgo|Freiburg im Breisgau|Friburgo in Brisgovia; Offenburg; Lörrach; Konstanz|Costanza; Villingen-Schwenningen; Singen',
    ),
    area(
      'DE',
      'Bavaria|Baviera|Bayern',
      'munich',
      'Munich|Monaco di Baviera|München|Muenchen|Monaco; Nuremberg|Norimberga|Nürnberg; Augsburg|Augusta; Regensburg|Ratisbona; Ingolstadt; Würzburg|Würzburg|Wuerzburg; Fürth; Erlangen; Bamberg; Bayreuth; Passau|Passavia; Kempten',
    ),
  ],
};
