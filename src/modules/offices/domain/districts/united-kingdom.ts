import { area, type Districts } from '../district.ts';

/** Demonstration data: no open source gives the districts in the United Kingdom. */
export const unitedKingdom: Districts = {
  country: 'GB',
  isDemonstration: true,
  areas: [
    area('GB', 'England|Inghilterra', 'london manchester edinburgh'),
    area('GB', 'Wales|Galles|Cymru', 'london manchester'),
    area(
      'GB',
      'Greater London|Grande Londra',
      'london',
      'London|Londra; Westminster; Camden; Croydon; Ealing; Enfield; Greenwich; Hackney; Harrow; Islington; Kingston upon Thames; Richmond upon Thames|Richmond upon Thames|Richmond; Wembley; Wimbledon',
    ),
    area(
      'GB',
      'South East England|Inghilterra sud-orientale',
      'london',
      'Brighton; Canterbury; Dover; Eastbourne; Guildford; Hastings; Maidstone; Milton Keynes; Newport (Isle of Wight)|Newport (Isola di Wight)|Newport; Oxford; Portsmouth; Reading; Slough; Southampton; Winchester; Woking',
    ),
    area(
      'GB',
      'East of England|Inghilterra orientale',
      'london',
      'Bedford; Cambridge; Chelmsford; Colchester; Hertford; Ipswich; Luton; Norwich; Peterborough; Southend-on-Sea; St Albans; Stevenage; Watford; Hoddesdon; Cheshunt',
    ),
    area(
      'GB',
      'South West England|Inghilterra sud-occidentale',
      'london',
      'Bath; Bournemouth; Bristol; Cheltenham; Exeter; Gloucester; Plymouth; Poole; Salisbury; Swindon; Taunton; Torquay; Truro',
    ),
    area(
      'GB',
      'West Midlands|Midlands occidentali',
      'london',
      'Birmingham; Coventry; Dudley; Hereford; Solihull; Stratford-upon-Avon; Walsall; Warwick; Wolverhampton; Worcester',
    ),
    area(
      'GB',
      'Leicestershire and Northamptonshire|Leicestershire e Northamptonshire|Leicestershire|Northamptonshire|Rutland',
      'london',
      'Leicester; Loughborough; Northampton; Kettering; Corby',
    ),
    area(
      'GB',
      'Shropshire',
      'london manchester',
      'Shrewsbury; Telford; Newport (Shropshire)|Newport (Shropshire)|Newport',
    ),
    area(
      'GB',
      'Staffordshire',
      'manchester',
      'Stoke-on-Trent; Stafford; Newcastle-under-Lyme|Newcastle-under-Lyme|Newcastle; Lichfield; Tamworth',
    ),
    area(
      'GB',
      'Greater Manchester|Grande Manchester',
      'manchester',
      'Manchester; Bolton; Bury; Oldham; Rochdale; Salford; Stockport; Trafford; Wigan',
    ),
    area('GB', 'Merseyside', 'manchester', 'Liverpool; Birkenhead; St Helens; Southport'),
    area('GB', 'Cheshire', 'manchester', 'Chester; Crewe; Macclesfield; Warrington'),
    area('GB', 'Lancashire', 'manchester', 'Lancaster; Blackburn; Blackpool; Burnley; Preston'),
    area('GB', 'Cumbria', 'manchester edinburgh', 'Carlisle; Kendal; Barrow-in-Furness; Penrith'),
    area(
      'GB',
      'Yorkshire and the Humber|Yorkshire e Humber|Yorkshire',
      'manchester',
      'Leeds; Sheffield; Bradford; Doncaster; Harrogate; Huddersfield; Hull; Middlesbrough; Rotherham; Scarborough; Wakefield; York',
    ),
    area(
      'GB',
      'Derbyshire and Nottinghamshire|Derbyshire e Nottinghamshire|Derbyshire|Nottinghamshire',
      'manchester',
      'Derby; Chesterfield; Nottingham; Mansfield',
    ),
    area('GB', 'Lincolnshire', 'manchester', 'Lincoln; Grimsby; Boston; Scunthorpe'),
    area(
      'GB',
      'Tyne and Wear and County Durham|Tyne and Wear e contea di Durham|Tyne and Wear|County Durham',
      'manchester',
      'Newcastle upon Tyne|Newcastle upon Tyne|Newcastle; Sunderland; Gateshead; Durham; Darlington',
    ),
    area('GB', 'Northumberland', 'edinburgh manchester', 'Alnwick; Berwick-upon-Tweed; Hexham; Morpeth'),
    area(
      'GB',
      'Scotland|Scozia',
      'edinburgh',
      'Edinburgh|Edimburgo; Glasgow; Aberdeen; Dundee; Inverness; Perth; Stirling; Paisley; Ayr; Dumfries; Falkirk; Kilmarnock; Lerwick; St Andrews',
    ),
    area(
      'GB',
      'Northern Ireland|Irlanda del Nord|Ulster',
      'edinburgh',
      'Belfast; Derry|Derry|Londonderry; Lisburn; Newry; Bangor (Northern Ireland)|Bangor (Irlanda del Nord)|Bangor; Armagh',
    ),
    area(
      'GB',
      'North Wales|Galles del Nord',
      'manchester',
      'Bangor (Wales)|Bangor (Galles)|Bangor; Caernarfon; Conwy; Llandudno; Wrexham; Holyhead',
    ),
    area(
      'GB',
      'Mid Wales|Galles centrale|Powys',
      'london manchester',
      'Aberystwyth; Newtown; Brecon; Welshpool',
    ),
    area(
      'GB',
      'South Wales|Galles del Sud',
      'london',
      'Cardiff; Swansea; Newport (Wales)|Newport (Galles)|Newport; Barry; Merthyr Tydfil; Bridgend; Llanelli',
    ),
  ],
};
