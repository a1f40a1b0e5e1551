/**
 * The national holidays of Indonesia, 2026 to 2036. Made by `scripts/make-holidays.ts` from date-holidays
 * (https://github.com/commenthol/date-holidays, data under CC-BY-3.0). Not to be changed by hand.
 */
export const HOLIDAYS: ReadonlySet<string> = new Set([
  '2026-01-01', // New Year's Day
  '2026-01-16', // Laylat al-Mi'raj
  '2026-02-17', // Chinese New Year
  '2026-03-19', // Nyepi
  '2026-03-20', // End of Ramadan (Eid al-Fitr)
  '2026-03-21', // End of Ramadan (Eid al-Fitr)
  '2026-04-03', // Good Friday
  '2026-05-01', // Labour Day
  '2026-05-14', // Ascension Day
  '2026-05-27', // Feast of the Sacrifice (Eid al-Adha)
  '2026-05-31', // Vesak Day
  '2026-06-01', // Pancasila Day
  '2026-06-16', // Islamic New Year
  '2026-08-17', // Independence Day
  '2026-08-25', // Birthday of Muhammad (Mawlid)
  '2026-12-25', // Christmas Day
  '2027-01-01', // New Year's Day
  '2027-01-05', // Laylat al-Mi'raj
  '2027-02-06', // Chinese New Year
  '2027-03-08', // Nyepi
  '2027-03-09', // End of Ramadan (Eid al-Fitr)
  '2027-03-10', // End of Ramadan (Eid al-Fitr)
  '2027-03-26', // Good Friday
  '2027-05-01', // Labour Day
  '2027-05-06', // Ascension Day
  '2027-05-16', // Feast of the Sacrifice (Eid al-Adha)
  '2027-05-20', // Vesak Day
  '2027-06-01', // Pancasila Day
  '2027-06-06', // Islamic New Year
  '2027-08-14', // Birthday of Muhammad (Mawlid)
  '2027-08-17', // Independence Day
  '2027-12-25', // Laylat al-Mi'raj, Christmas Day
  '2028-01-01', // New Year's Day
  '2028-01-26', // Chinese New Year
  '2028-02-26', // End of Ramadan (Eid al-Fitr)
  '2028-02-27', // End of Ramadan (Eid al-Fitr)
  '2028-04-14', // Good Friday
  '2028-05-01', // Labour Day
  '2028-05-05', // Feast of the Sacrifice (Eid al-Adha)
  '2028-05-25', // Islamic New Year, Ascension Day
  '2028-06-01', // Pancasila Day
  '2028-08-03', // Birthday of Muhammad (Mawlid)
  '2028-08-17', // Independence Day
  '2028-12-14', // Laylat al-Mi'raj
  '2028-12-25', // Christmas Day
  '2029-01-01', // New Year's Day
  '2029-02-13', // Chinese New Year
  '2029-02-14', // End of Ramadan (Eid al-Fitr)
  '2029-02-15', // End of Ramadan (Eid al-Fitr)
  '2029-03-30', // Good Friday
  '2029-04-24', // Feast of the Sacrifice (Eid al-Adha)
  '2029-05-01', // Labour Day
  '2029-05-10', // Ascension Day
  '2029-05-14', // Islamic New Year
  '2029-06-01', // Pancasila Day
  '2029-07-24', // Birthday of Muhammad (Mawlid)
  '2029-08-17', // Independence Day
  '2029-12-03', // Laylat al-Mi'raj
  '2029-12-25', // Christmas Day
  '2030-01-01', // New Year's Day
  '2030-02-03', // Chinese New Year
  '2030-02-04', // End of Ramadan (Eid al-Fitr)
  '2030-02-05', // End of Ramadan (Eid al-Fitr)
  '2030-04-13', // Feast of the Sacrifice (Eid al-Adha)
  '2030-04-19', // Good Friday
  '2030-05-01', // Labour Day
  '2030-05-03', // Islamic New Year
  '2030-05-30', // Ascension Day
  '2030-06-01', // Pancasila Day
  '2030-07-13', // Birthday of Muhammad (Mawlid)
  '2030-08-17', // Independence Day
  '2030-11-23', // Laylat al-Mi'raj
  '2030-12-25', // Christmas Day
  '2031-01-01', // New Year's Day
  '2031-01-23', // Chinese New Year
  '2031-01-24', // End of Ramadan (Eid al-Fitr)
  '2031-01-25', // End of Ramadan (Eid al-Fitr)
  '2031-04-02', // Feast of the Sacrifice (Eid al-Adha)
  '2031-04-11', // Good Friday
  '2031-04-23', // Islamic New Year
  '2031-05-01', // Labour Day
  '2031-05-22', // Ascension Day
  '2031-06-01', // Pancasila Day
  '2031-07-02', // Birthday of Muhammad (Mawlid)
  '2031-08-17', // Independence Day
  '2031-11-12', // Laylat al-Mi'raj
  '2031-12-25', // Christmas Day
  '2032-01-01', // New Year's Day
  '2032-01-14', // End of Ramadan (Eid al-Fitr)
  '2032-01-15', // End of Ramadan (Eid al-Fitr)
  '2032-02-11', // Chinese New Year
  '2032-03-22', // Feast of the Sacrifice (Eid al-Adha)
  '2032-03-26', // Good Friday
  '2032-04-11', // Islamic New Year
  '2032-05-01', // Labour Day
  '2032-05-06', // Ascension Day
  '2032-06-01', // Pancasila Day
  '2032-06-20', // Birthday of Muhammad (Mawlid)
  '2032-08-17', // Independence Day
  '2032-11-01', // Laylat al-Mi'raj
  '2032-12-25', // Christmas Day
  '2033-01-01', // New Year's Day
  '2033-01-02', // End of Ramadan (Eid al-Fitr)
  '2033-01-03', // End of Ramadan (Eid al-Fitr)
  '2033-01-31', // Chinese New Year
  '2033-03-11', // Feast of the Sacrifice (Eid al-Adha)
  '2033-04-01', // Islamic New Year
  '2033-04-15', // Good Friday
  '2033-05-01', // Labour Day
  '2033-05-26', // Ascension Day
  '2033-06-01', // Pancasila Day
  '2033-06-09', // Birthday of Muhammad (Mawlid)
  '2033-08-17', // Independence Day
  '2033-10-21', // Laylat al-Mi'raj
  '2033-12-23', // End of Ramadan (Eid al-Fitr)
  '2033-12-24', // End of Ramadan (Eid al-Fitr)
  '2033-12-25', // Christmas Day
  '2034-01-01', // New Year's Day
  '2034-02-19', // Chinese New Year
  '2034-03-01', // Feast of the Sacrifice (Eid al-Adha)
  '2034-03-21', // Islamic New Year
  '2034-04-07', // Good Friday
  '2034-05-01', // Labour Day
  '2034-05-18', // Ascension Day
  '2034-05-30', // Birthday of Muhammad (Mawlid)
  '2034-06-01', // Pancasila Day
  '2034-08-17', // Independence Day
  '2034-10-10', // Laylat al-Mi'raj
  '2034-12-12', // End of Ramadan (Eid al-Fitr)
  '2034-12-13', // End of Ramadan (Eid al-Fitr)
  '2034-12-25', // Christmas Day
  '2035-01-01', // New Year's Day
  '2035-02-08', // Chinese New Year
  '2035-02-18', // Feast of the Sacrifice (Eid al-Adha)
  '2035-03-11', // Islamic New Year
  '2035-03-23', // Good Friday
  '2035-05-01', // Labour Day
  '2035-05-03', // Ascension Day
  '2035-05-20', // Birthday of Muhammad (Mawlid)
  '2035-06-01', // Pancasila Day
  '2035-08-17', // Independence Day
  '2035-09-29', // Laylat al-Mi'raj
  '2035-12-01', // End of Ramadan (Eid al-Fitr)
  '2035-12-02', // End of Ramadan (Eid al-Fitr)
  '2035-12-25', // Christmas Day
  '2036-01-01', // New Year's Day
  '2036-01-28', // Chinese New Year
  '2036-02-07', // Feast of the Sacrifice (Eid al-Adha)
  '2036-02-28', // Islamic New Year
  '2036-04-11', // Good Friday
  '2036-05-01', // Labour Day
  '2036-05-08', // Birthday of Muhammad (Mawlid)
  '2036-05-22', // Ascension Day
  '2036-06-01', // Pancasila Day
  '2036-08-17', // Independence Day
  '2036-09-18', // Laylat al-Mi'raj
  '2036-11-19', // End of Ramadan (Eid al-Fitr)
  '2036-11-20', // End of Ramadan (Eid al-Fitr)
  '2036-12-25', // Christmas Day
]);
