/** What the words of lifetime value mean. */
export const clvTerms = {
  lifetime_value: {
    term: 'Bizi-balioa',
    meaning:
      'Bezero batengandik aurreikuspen-epean espero diren erosketen balioa (CLV): erosketa bakoitza bere hilaren amaieratik gaurko baliora deskontatua, bider bezero horren erosketa baten balioa, bider marjina, ezaguna denean. Lehendik erositakoa ez da sartzen.',
  },
  p_alive: {
    term: 'P(alive)',
    meaning:
      'Bezero batek erosteari behin betiko utzi ez izanaren probabilitatea, zenbat aldiz erosi duen, azkenekoz noiz eta noiztik ezagutzen den kontuan hartuta. Inork ez du esaten noiz uzten dion: bere erritmorako luzea den isiltasun batean nabaritzen da. Guztien batura da oraindik bezero direnen kopurua.',
  },
  holdout: {
    term: 'Balioztatze-aldia',
    meaning:
      'Historiako azken egunak: eredua egun horiek gabe doitu zen, eta egun horiek iragarri zituen, neurtua izateko.',
  },
  pace_so_far: {
    term: 'Orain arteko erritmoa',
    meaning:
      'Bizi-balio batek gainditu behar duena: denek lehen bezain maiz erosten jarraitzen dute, bider erosten jarraitu duten bezeroen kuota.',
  },
  grade: {
    term: 'Kalifikazioa',
    meaning:
      'Balioztatze-aldian gehien gastatu zuten bezeroen bostenetik zenbat dauden iragarritako balio handieneko bostenean, aurreko gastuaren araberako bostenaren aldean. A: % 5 gehiago edo hortik gora; B: ez gutxiago; C: gutxiago.',
  },
  mae: {
    term: 'MAE',
    meaning:
      'Errore absolutuen batezbestekoa: batez beste, zenbat erosketatan aldendu den bezero bakoitzaren iragarpena errealitatetik.',
  },
  rmse: {
    term: 'RMSE',
    meaning: 'Errore koadratikoen batezbestekoaren erroa, bezeroko erosketetan: errore handiek pisu handiagoa dute.',
  },
  bias: {
    term: 'Alborapena',
    meaning:
      'Iragarritako erosketen eta izandakoen arteko aldearen batezbestekoa: 0 baino handiagoa bada, gehiegi iragarri dira.',
  },
  overdue: {
    term: 'Atzeratuta',
    meaning:
      'Historia bera duten bezeroetatik, oraindik bezero badira, honezkero berriro erosiko zutenen kuota. Erdia gaindituz gero, erosketa bati zegokion eguna igaroa da.',
  },
  next_purchase: {
    term: 'Hurrengo erosketa',
    meaning:
      'Historia bera duten bezeroen erdiek, oraindik bezero badira, zein egunetarako erosi izango duten berriro.',
  },
};
