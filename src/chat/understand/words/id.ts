import type { LanguageTable } from './table.ts';

const DAYS = 'senin|selasa|rabu|kamis|jumat|sabtu|minggu';
const INMATE = 'napi|narapidana|tahanan|warga binaan|wbp|ditahan|dipenjara';

/** Indonesian, with the Betawi, Javanese and Sundanese words that are heard in Tangerang. */
export const indonesian: LanguageTable = {
  language: 'id',
  names: 'indonesia indonesian indo',
  spellings: `
    tidak usah: gausah gosah gausa gakusah nggausah
    berapa: brp brpa brapa piro sabaraha berapakah
    berapaan: brpan brapaan
    bagaimana: gmn gimana gmana gmna piye kumaha bgmn
    dimana: dmn dmana dimn
    kenapa: knp knapa napa ngapa
    kapan: kpn
    siapa: sapa spa
    tahu: tau tauk
    tetap: tetep ttp
    tidak: ga gak nggak ngga engga enggak kaga kagak ora teu tdk nda ndak gk ngk g
    tidak jadi: gajadi gakjadi nggajadi gjd
    tidak bisa: gabisa gakbisa gbs gbisa
    tidak ada: gaada gakada gada
    jangan: jgn jangn ojo ulah
    juga: jg jga ugo jua
    masing: msing masng
    satu: stu
    tiga: tga
    lima: lma
    enam: enm
    seperti: spt sprti kayak
    kapal: kpl
    bukan: bkn
    bisa: bs bsa bisakah iso
    boleh: blh bole bolehkah
    ada: aya adakah
    apa: apakah ap opo
    mau: mo mw pengen ingin pingin pgn hoyong arep
    pesan: psn pesen mesen memesan pesankan pesenin dipesan
    pesanan: pesenan orderan psnan pesananku
    order: ordr ngorder oder
    beli: bli membeli meli meser tumbas
    ambil: ambl ngambil ngambilnya ambilin
    butuh: bth perlu membutuhkan
    minta: mnta mnt nyuwun
    saya: sy aku gue gw gua ane abdi kulo
    kamu: lu lo elu
    masih: msh masi keneh msih
    sudah: udh udah dah sdh uda wis geus
    belum: blm blom belom blum durung
    habis: abis
    yang: yg nu sing
    dengan: dgn
    sama: sm ama samo deng
    untuk: utk tuk
    buat: bwt bikin
    kalau: kl klo kalo klu kalu
    tapi: tp tpi
    tadi: td
    kemarin: kmrn kemaren
    jadi: jd jdi jdiin jdikan jdiken sido dados menjadi janten
    saja: aja aje ae ajah ajh wungkul hungkul tok thok wae sajo bae weh doang
    lagi: lg
    banget: bgt bngt bgtt
    pakai: pake pk
    keripik: kripik kerepek karipiak kripk keripi krpik kripick krupik
    pedas: pedes pds
    tambah: tmbah tmbh nambah nambahin tambahan
    ganti: ubah rubah mengubah
    hapus: apus
    tukar: tuker
    batal: membatalkan
    kirim: krm ngirim pengiriman
    antar: anter
    bayar: byr pembayaran bayarnya membayar
    transfer: tf trf
    rekening: rek norek
    harga: hrg hrga regane regi
    jam: jm pukul pkl
    hari: hr
    tanggal: tgl
    depan: dpn
    nomor: nomer nmr
    lihat: liat
    bicara: ngomong ngobrol bicarain
    kabari: kabarin kabarkan infoin infokan kasihtahu
    dapat: dpt dapet
    makasih: mksh makasi maksih trims trimakasih terimakasih nuhun suwun tengkyu
    setengah: stgh stengah
    bungkus: bks bngks bgks
    ya: y iya iyah yaa iye
    kakak: kak ka kk
    selamat: met slmt`,
  ending: {
    pattern: /^(.{3,})(?:nya|ny|nye)$/,
    keep: 'tadinya awalnya asalnya sebelumnya mulanya tanya punya hanya bertanya penanya kenapanya berpunya biasanya katanya',
  },
  verbs: {
    before: /^(?:di|nge?)/,
    after: /(?:in|kan|ken|keun|en|i)$/,
    roots: `
      tambah: tambah imbuh
      kurangi: kurang
      ganti: ganti ubah robah
      hapus: hapus apus hilang ilang keluar tiada lepas copot
      coret: coret
      buang: buang
      tukar: tukar tuker
      batal: batal cancel kensel
      jadi: jadi genap
      naik: naik
      turun: turun
      kirim: kirim
      antar: antar anter`,
  },
  markers: `
    saya kamu dia kami kita yang di ke dari dengan sama untuk buat dan atau ini itu ada apa siapa dimana mana berapa
    bagaimana kapan kenapa tidak bukan jangan bisa boleh mau pesan beli ambil minta butuh sudah belum masih lagi saja
    juga kalau tapi jadi banget dong deh sih nih tuh kok lah kan ya kakak min mas mbak pak bu bang bos halo hai pagi
    siang sore malam selamat makasih terima kasih harga berapaan jual stok foto gambar kirim antar bayar ongkir diskon
    alamat lokasi buka tutup jam hari besok lusa nanti tambah kurangi ganti hapus batal pesanan petugas orang nama warna
    ukuran tebal berat isi bahan rasa halal lapas napi paspor satu dua tiga empat lima enam tujuh delapan sembilan
    sepuluh puluh ratus ribu bungkus biji buah lusin langganan hapus oke sip gas nggih punten permisi misi goblok bego
    cuaca skor tolong bantuan dadah assalamualaikum`,
  fillers: `
    ya yah kakak min mimin admin mas mbak mba pak bapak bu ibu bang abang bos gan sis kang teh bro dong deh sih nih tuh
    kok lah kan saja yang itu ini saya kita kami halo hai hallo pagi siang sore malam selamat permisi punten maaf tolong
    oke ok sip makasih jadi dulu lagi juga cuma hanya nya mohon terus total semua mau banyak ding deng kak and dan sama +`,
  ordinary:
    'gabungan tabungan tempo tempel tempat paling penting kurang kering keripi kapan kapas pager pagar pintar pisau sebatu sepatah sepakat batas sekelas',
  offers: 'ada jual jualan dijual punya beli pesan cari nyari',
  head: 'first',
  numbers: `
    0: nol
    0.5: setengah
    1: satu atu siji setunggal hiji ciek sada sikok besik seddi settong ijik
    2: dua due duo loro rong kalih rua duwa dhuwa dadua
    3: tiga tige tigo telu telung tlu tigang tilu tolu tellu tallu talu tello
    4: empat mpat pat ampat ampek ampa papat patang opat sekawan eppa appa peuet
    5: lima lime limo limang gangsal lema lelima limong
    6: enam anam enem nem genep annang onom ennang ennem enneng nenem
    7: tujuh tuju tujuah tujoh pitu pitung petto pepitu
    8: delapan lapan dalapan wolu wolung walu ualu kutus arua ballu sagantuju sangantuju
    9: sembilan sambilan salapan salapang songo sanga sangang asera sikureueng
    10: sepuluh sapuluh sapuluah sedoso sedasa sadasa sampulo sampulu seppulo sapolo siploh
    11: sebelas sewelas sawelas sabaleh
    12: rolas
    13: telulas
    14: patbelas patlas
    15: limolas limalas
    16: nembelas nemlas
    17: pitulas
    18: wolulas
    19: songolas sangalas
    20: rongpuluh jicap
    21: selikur salikur
    22: rolikur
    23: telulikur
    24: patlikur
    25: selawe jigo
    26: nemlikur
    27: pitulikur
    28: wolulikur
    29: songolikur sangalikur
    30: sacap
    40: sicap
    50: seket gocap
    60: suwidak sewidak
    100: seratus satus saratus saratuih cepek
    150: pekgo
    200: jipek
    500: gopek
    1000: seribu sewu sarebu saribu seceng`,
  teen: 'belas welas baleh las',
  scales: `
    10: puluh puluah pulo dasa doso
    100: ratus atus ratuih
    1000: ribu rb rebu rban ewu
    1000000: juta jt`,
  bundles: `
    12: lusin losin lusen
    20: kodi
    144: gros gross`,
  pieces:
    'bungkus pcs pc biji bj bijik buah bh pak keping lembar pasang unit porsi potong kemasan batang bungkuih',
  pairs: 'pasang',
  units: `
    m2: m m2 m² meter mtr
    m3: kubik m3
    dus: dus dos kardus doos karton kerdus
    kg: kg kilo kilogram
    truk: truk rit
    palet: palet
    sak: sak zak karung`,
  numberAfter: `
    rak etalase lemari dibagi sampai nyampe meja ber jam tanggal rp idr harga seharga budget duit uang dp lantai loket antrian antrean ke segi size kaki tahun umur usia rt rw blok gang
    wa telepon telp hp kode maksimal salah januari februari maret april mei juni juli agustus september oktober
    november desember ${DAYS.replaceAll('|', ' ')} nomor no k mutu tebal ukuran diameter`,
  numberBefore: `
    cm mm senti inch inci gram gr g ml liter hari minggu bulan tahun jam menit detik orang anak persen rupiah perak an ribuan kali mobil
    januari februari maret april mei juni juli agustus september oktober november desember wib lantai`,
  levels: 'naik turun ganti jadi kurangi tambah geser',
  levelBefore: 'ke',
  notMeantBefore:
    'tong|ojo|bukan|jangan|(?:di)?bagi(?:in)?(?: (?:jadi|ke|dalam|di|buat|untuk))?|(?:dari )?(?:tadinya|semula|awalnya|asalnya|sebelumnya|mulanya)(?: (?:pesan|cuma))?|dari|tidak (?:jadi|usah|mau)',
  notMeantAfter: 'tidak jadi|kebanyakan',
  per: 'per',
  articles: '',
  pronouns: 'satu',
  pronounAfter: 'yang',
  shelf: 'nomor no rak',
  addresses: 'jl jln jalan gang gg komplek perum perumahan kampung kp',
  otherNumbers:
    'pesanan order antrian antrean loket rumah status kode ruang kamar kursi bangku meja jalan wa hp telepon',
  placed: 'di etalase rak lemari meja dari deretan barisan',
  joins: 'sama dengan dan plus terus trus + & ditambah tapi serta atau',
  corrections: 'eh maksudnya maksud ralat salah sori ternyata rupanya koreksi dikoreksi',
  all: 'semua sadaya kabeh sedaya',
  additions: 'sama dan plus tambah terus juga sekalian lupa iya ya',
  sums: 'jadi total',
  kinds: `
    pedas original ori asin manis gurih balado keju bawang jagung merah biru hijau ijo ungu putih hitam item kuning pink
    abu coklat cokelat krem maroon navy emas besar gede kecil sedang cowok cewek pria wanita dewasa anak`,
  shares: 'buat untuk yang rasa warna ukuran gawe kanggo keur',
  each: 'masing',
  eachOfThem: 'msg\\s?2|(dua|tiga|empat|lima)(?:[- ]?\\1|2)nya|ke(?:dua|tiga|empat)nya',
  refusals: 'jangan bukan tanpa selain kecuali',
  refusalSteps: 'yang pakai mau pesan beli usah perlu butuh ambil kirim',
  refusedBefore:
    'daripada|ketimbang|jangan jadi|(?:tadinya|awalnya|asalnya|sebelumnya|mulanya)(?: (?:mau|pesan|beli|ambil|order|yang))*',
  refusedAfter: '(?:(?:juga|mah) )*(?:jangan|tidak (?:usah|mau|pakai|perlu|dulu|butuh))',
  noAfter: 'tidak(?= ,|$)',
  asking: 'ada bisa boleh masih jual punya dapat apa',
  refusedTogether: 'dan sama atau',
  keptBefore:
    'biarin|biarkan|(?:tadi|sudah)(?: (?:kan|saya|sudah|juga))* (?:pesan|order|beli)(?: (?:yang|#))*',
  keptAfter: '(?:mah )?(?:tetap|jalan terus|biarin|biarkan|dibiarkan|tidak (?:berubah|ganti))(?! 0)',
  struckBefore:
    '(?:bukan|jangan|tidak jadi|hapus|batal|coret|buang)(?: (?:yang|pesan|beli|ambil|order|si|saja|deh|dong|ya))*',
  struckAfter:
    '(?:(?:tolong|yang|mau|minta|itu|saja|dulu|mah|mah ini) )?(?:tidak jadi|hapus|batal|cancel|coret|buang|skip|lewat|kemahalan|terlalu mahal)',
  replaces: 'ganti|tukar',
  replacedBy: 'jadi sama dengan pakai ke',
  nounAfter: 'beli pesan order ambil',
  between: 'yang buat untuk itu ini ada tu si',
  otherThingsAfter: `
    pisang singkong ubi kentang talas bayam jagung udang ikan usus paru jamur nangka salak apel sukun gadung sanjai
    mendoan orek bacem mentah laut selam pelni ferry feri terbang pesiar tanker perang tongkang penumpang barang api
    roda baju ransel koper plastik kresek laptop mobil motor pesawat kereta rumah candi`,
  otherThingsBefore: 'pempek',
  lostAfter: '(?:(?:saya|kita|yang|ada) )*(?:ketinggalan|tertinggal|hilang|dicuri|kebawa)',
  lostBefore: '(?:kehilangan|ketinggalan)',
  orderTail: `untuk buat atas diambil ambil dikirim warna besok lusa nanti hari tanggal jam bisa yang rasa ${DAYS.replaceAll('|', ' ')}`,
  onDuty:
    '(?:saya|sy|aku)? ?(?:sudah|udah|udh|sdh)? ?(?:hadir|masuk|bertugas|(?:mulai |lagi )?(?:tugas|dinas|piket|jaga))(?: (?:hari ini|pagi ini|siang ini|sekarang|di gerai))?',
  counter: {
    sell: '(?:di)?jual|terjual|laku|penjualan',
    deliver: 'terima|diterima|kiriman|barang masuk',
    break: 'rusak|pecah|patah|basi',
    return: 'retur',
    cash: 'tunai|kontan|kes',
    qris: 'qris|kuris|qr',
    from: 'dari|dr',
    fromBuyer: '(?:(?:dari|dr) )?(?:pembeli|pengunjung|pelanggan|tamu)',
    toUnit: '(?:(?:balik |kembali )?ke )?(?:unit|upt|lapas|rutan)(?: .+)?',
    fillers: 'bayar|bayarnya|dibayar|pakai|pake|via|lewat|ya|dong|tadi|barusan|ada|yang|yg|masuk',
    cashToday: 'kas|kas hari ini|uang (?:masuk )?hari ini',
    stockList: '(?:lihat |cek |daftar )?stok(?: gerai| barang)?',
    stockTake: '(?:mulai |lanjut(?:kan)? )?(?:stok |stock )?opname|hitung (?:semua )?stok',
    lowLevel: 'batas(?: stok)?',
    noLevel: 'hapus|tidak ada|tanpa|tanpa batas',
    newOrder: '(?:catat )?pesanan baru',
    menu: 'meja|kasir|meja kasir',
    skip: 'lewati?|skip',
  },
  cues: {
    abuse:
      'anjing|goblok|goblog|bego|tolol|bangsat|kampret|najis|penipu|bajingan|kontol|memek|ngentot|asu|idiot|bodoh|dongo|monyet|brengsek|keparat|setan',
    injection:
      'sudo|gratis semua|semua gratis|data pelanggan|undian|abaikan .*(?:perintah|instruksi)|judi|slot',
    elsewhere:
      'pulsa|kuota|sinyal|jaringan|internet|wifi|gojek|grab|gofood|grabfood|driver|ojol|saldo|atm|nasabah|login|aplikasi|resi|tiket|pesawat|paketan|paket data|token|listrik|telkomsel|indosat|tokopedia|bukalapak|lazada|pinjam|pinjaman|cuaca|skor|timnas|sepak bola|matematika|pr|jomblo|toilet|wc|musholla|mushola|parkir|parkiran|laptop|presiden|resep|berita|ramalan|pacar|sudah makan|rekening saya|unlimited|kartu (?:halo|sim|kredit)|hape',
    privacy:
      '(?:hapus|lihat|minta|unduh|ekspor|kirim|tahu)(?: \\S+){0,3} data(?: \\S+){0,2} (?:saya|pribadi)|(?<!paket )data (?:pribadi|saya)|hapus(?: semua)? (?:data|riwayat)|hapus akun',
    inmate: `(?:nama|kasus|foto|salam|kenal\\S*|ketemu|kontak|pesan|wajah|surat)(?: \\S+){0,5} (?:${INMATE})|(?:${INMATE})(?: \\S+){0,4} (?:kasus|nama|vonis|hukuman|kenapa|blok)|nama (?:yang|orang yang) buat|kasus apa|dipenjara|(?:adik|kakak|suami|istri|anak|saudara|ayah|bapak|ibu|teman|paman|om) saya (?:lagi )?(?:di )?(?:ditahan|tahan|penjara|lapas|rutan)|siapa nama`,
    prison: `besuk|jenguk|kunjungan|berkunjung|remisi|(?:kirim|titip|antar)(?! salam)(?: \\S+){0,3} (?:buat|untuk|ke) (?:${INMATE})|titip (?:makanan|barang|uang)|lowongan|sipir|bebas bersyarat|masa tahanan`,
    immigration:
      'paspor|pasport|passpor|kitas|kitap|wna|izin tinggal|deportasi|visa|antrian(?: saya)? nomor|nomor antrian|antrian|antrean|loket|m paspor|bap',
    complaint:
      '(?<!gampang |mudah |bisa |cepat |gampang |tidak )(?:melempem|apek|basi|tengik|jamur|jamuran|berjamur|kecewa|mengecewakan|komplain|complain|keluhan|rusak|pecah|retak|gompal|gumpil|patah|hancur|remuk|sobek|robek|cacat|copot)|pesanan(?: saya)? salah|salah (?:barang|kirim|produk|pesanan|warna|ukuran)|tidak sesuai|kurang # (?:.*)pesanan|pesanan(?: saya)? kurang|(?:lama|lelet|lemot)(?: banget| sekali| amat)|(?:sudah )?(?:nunggu|menunggu)|tipu|ditipu|penipuan|muntah|mual|sakit perut|keracunan|diare|tidak enak|ada rambut|kotor|tidak ada (?:kabar|yang jaga|orang)|tidak (?:dibalas|direspon)|jutek|kasar|mogok|(?:malah|cuma|hanya) (?:dikasih|dapat|dateng|datang|nyampe|kirim)|(?:dikasih|dateng|datang|nyampe)(?:nya)? (?:cuma|hanya|malah|kurang)|(?:yang|kok) (?:dikasih|dateng|datang|nyampe|kirim)(?: \\S+)? #|kok (?:yang|cuma|beda|malah|isi)|pahit|pait|keasinan|kirim ulang|ganti baru|tidak bisa dimakan|bau|brodol',
    unsubscribe:
      'berhenti(?: berlangganan| langganan)?|(?:jangan|tidak mau|tidak usah)(?: \\S+){0,3} (?:promo|promosi|siaran|broadcast|info|kabar)|hapus nomor saya|keluar dari daftar|batal langganan',
    subscribe:
      'langganan|berlangganan|(?:kabari|kasih tahu|beritahu|beri tahu|info)(?: \\S+){0,3} kalau|daftar (?:info|produk|kabar)|mau(?: \\S+){0,2} info(?: \\S+){0,2} (?:produk baru|promo)|info (?:produk baru|promo)',
    human:
      '(?:bicara|chat|hubungi|dihubungkan|terhubung|sambungkan|ketemu|telepon)(?: \\S+){0,3} (?:orang|petugas|admin|manusia|cs|staf|siapa)|(?:admin|petugas|cs) (?:mana|dong)|(?:panggil|panggilkan)(?: \\S+)? (?:petugas|orang|admin)|nomor (?:\\S+ ){0,3}(?:ditelpon|ditelepon|dihubungi|telepon)|kerja ?sama|orang asli|manusia',
    status:
      '(?:pesanan)(?: \\S+){0,4} (?:sudah|belum|siap|jadi|sampai|(?<!di )mana|status|kapan|diproses)|(?:kapan|sudah|status|cek|lacak|mana)(?: \\S+){0,4} pesanan|status|cek order|sudah (?:siap|jadi|bisa)(?: diambil| ambil)? ?(?:belum|\\?)|(?:sudah|tadi|kemarin) (?:saya )?(?:pesan|order)(?: \\S+)* (?:belum|kabar)|siap diambil',
    discount:
      'diskon|discount|nego|promo|bisa kurang|kurang dong|kurangi (?:harga|dikit)|harga (?:khusus|grosir|teman|reseller)|grosir|reseller|potongan|murahin|lebih murah|cashback|borongan',
    delivery: 'kirim|antar|ongkir|ongkos|gosend|grabsend|kurir|jne|jnt|ekspedisi|luar kota|gojekin|delivery',
    payment:
      'bayar|qris|gopay|ovo|shopeepay|transfer|rekening|dp|invoice|kwitansi|kuitansi|nota|struk|cod|tunai|debit|kredit|(?:pakai|lewat|via) dana',
    photo: 'foto|gambar|potret|video|penampakan',
    origin:
      'siapa (?:yang )?(?:buat|membuat)|(?:yang )?buat(?: ini)? siapa|buatan|asal|dari (?:lapas|mana|rutan)(?: mana)?|lapas mana|program|warga binaan|napi|uang(?: \\S+){0,3} siapa|hasil(?: \\S+){0,3} siapa|pembinaan|(?:cara )?dibuat|siapa pembuat',
    stock:
      'ready|stok|stock|tersedia|masih (?:ada|punya)|habis|kosong|sisa|jual @|(?:di)?jual(?: juga)? tidak|dijual|jual (?!apa)\\S+ tidak|ada (?:@|rasa|yang (?!#|0|buat))|@ (?!yang)(?:\\S+ )?ada|masih @|ada (?:yang )?pedas|\\S+ ada(?: tidak)? \\?|ada berapa|restok|restock',
    price: 'harga|berapa|berapaan|murah|mahal|biaya|tarif|0 ribuan|ada yang 0',
    hours:
      'buka|tutup|jam (?:buka|operasional|kerja|layanan|pelayanan|berapa)|libur|(?:sampai|dari) jam|hari apa saja|istirahat',
    location:
      'dimana|di mana|sebelah mana|lokasi|alamat|lantai|sharelok|share ?loc?|map|maps|arah|ke gerai|tempat ambil|ambil di|ambilnya|ancer ancer',
    list: 'jual apa|apa saja|produk apa|ada apa|barang apa|katalog|pricelist|price list|pl|daftar (?:harga|produk)|oleh oleh|oleh|produk terbaru|cemilan|camilan|jajanan|lihat (?:produk|barang)|produk',
    help: 'menu|bantuan|bantu|cara(?: \\S+)? (?:pesan|beli|order)|cara (?:pakai|kerja)|(?:pesan|beli|order)(?: \\S+)? (?:caranya|bagaimana)|bagaimana (?:cara )?(?:pesan|beli|order)|bot|bisa apa|nomor apa|ini apa|panduan',
    thanks: 'makasih|terima kasih|hatur nuhun|matur nuwun|tq|jazakallah',
    goodbye: 'dadah|dah|sampai jumpa|itu saja|sudah cukup|pamit|daag',
    greeting:
      'halo|hallo|hai|hay|helo|p|ping|pagi|siang|sore|malam|assalamualaikum|assalamu alaikum|assalammualaikum|salam|punten|permisi|misi|tes|test|om swastiastu|shalom|sampurasun|kulonuwun',
    wish: '(?:mau|bantu|tolong|langsung|jadi|saya|minta) (?:\\S+ )?(?:pesan|beli|order|ambil|po|pre order|booking|borong|checkout)|(?:pesan|beli|order|ambil|po|pre order|booking|borong|minta|bungkusin|checkout|mau|butuh|kasih|keep|siapkan|sediakan|bawakan)(?: saya| semua| yang| dong| : ,?| : , -| -)* [@#~]|(?:pesan|order|beli) (?!antar)[@#]|[@#] (?:mau|pesan|order|beli)',
    request: '(?:bisa|boleh) (?:\\S+ )?(?:pesan|order|beli|minta|ambil)(?: \\S+)? [@#]|[@#] .*bisa',
    notNow:
      'belum jadi|# (?:atau|apa) [#0]|# (?:gosong|hangus|melempem|apek|basi|rusak|pecah|patah|sobek|robek)|kalau(?! (?:ada(?! (?:#|diskon|promo|potongan|uang|duit|rezeki|rejeki))|bisa|boleh|emang|memang|laku|berkenan|sempat|@ # (?:ya|saja|dong|deh)(?: [,.]|$)))|rencana|rencananya|niatnya|mungkin|barangkali|siapa tahu|belum (?:pasti|yakin)|misal|misalnya|seandainya|andai|(?:tidak|belum|jangan|bukan)(?: \\S+)? (?:mau|pesan|beli|order)|(?:kemarin|tadi|sudah|pernah|habis|waktu itu)(?: (?!mau)[^ ,]+){0,2} (?:beli|pesan|order|ambil)|(?:beli|pesan|order|ambil)(?: \\S+){0,3} (?:kemarin|tadi)|yang (?:saya|kemarin|tadi)(?: saya)? (?:beli|pesan|order)|enak|mantap|harus|cara|gratis',
    cancel:
      'batal|tidak jadi(?! [0#])|refund|uang kembali|urung|kosongkan|kosongin|(?:mulai|ulang|ulangi|balik)(?: lagi)? (?:dari|dr) awal|mulai ulang',
    add: 'tambah|# lagi|[@#] [@#] lagi|lagi #|plusin',
    subtract: 'kurangi(?!.* jadi #)|(?:hapus|buang|coret) #(?! saja)|kurang # (?:deh|saja|dong)',
    remove:
      '(?:hapus|coret|buang|lepas)(?: yang)? @|@ (?:\\S+ )?(?:hapus|coret|cancel|skip)|tidak jadi(?: yang| pesan| beli| ambil| deh| dong)* @|@ (?:mah )?tidak jadi(?! 0)|batal(?: yang)? @|@ batal',
    set: '(?:bukan|salah|tidak jadi) (?:\\S+ )?0 (?:[^ ,@#]+ )?,? ?(?:\\S+ )?#|salah ,? ?(?:harus |seharusnya )?#|# (?:[^ ,@#]+ )?,? ?(?:bukan|tidak jadi) 0|tidak jadi 0|ganti|(?:naik|turun)(?: [^ ,]+)? (?:ke|jadi) #|jadi(?: cuma| hanya| total| yang| pesan| beli)* #|jumlah',
    reschedule:
      'ganti (?:nama|hari|jam|tanggal|ambil|waktu)|(?:nama|jadwal|waktu) (?:\\S+ )?ganti|undur|mundur(?:in|kan)',
    halal: 'halal|haram|babi',
    pirt: 'pirt|p irt|bpom|izin edar',
    expiry: 'exp|kadaluarsa|kadaluwarsa|kedaluwarsa|tahan (?:berapa|sampai)|awet|masa simpan|basi',
    allergen: 'alergi|kacang|gluten|susu|telur|seafood|udang',
    spice: 'seberapa pedas|pedas (?:tidak|banget|\\?)|level',
    composition:
      'komposisi|kandungan|mengandung|msg|micin|pengawet|pewarna|vegan|vegetarian|minyak|limbah|kimia|aman',
    size: 'ukuran|dimensi|panjang|lebar|tinggi|seberapa besar|besar|sizenya',
    weight: 'berat|bobot|netto|neto|gram|(?:berapa|0) (?:kg|gr|gram)',
    thickness: 'tebal|ketebalan|0 cm|cm',
    colour: 'warna',
    material: 'dari (?:kayu|plastik|besi|logam|apa)|bahan|terbuat|dari apa|lubang|solid|berlubang|kulit',
    strength:
      'kuat|mutu|kokoh|kekuatan|tahan (?:air|beban|lama|mobil)|(?:gampang|mudah|cepat) (?:pecah|retak|patah|rusak)|k 0|beton',
    contents: 'isi|isinya',
    variant: 'varian|rasa (?:apa|berapa)|macam|jenis|model|motif|custom',
    ourStand: 'gerai|stand|etalase|pajangan|toko',
    inStock: 'ready|stok|stock|tersedia|masih (?:ada|punya)|habis',
    ownOrder: 'pesanan(?: saya)?|order saya',
    question:
      '\\?|(?<!tahu )berapa|berapaan|apa|bisa|boleh|kapan|dimana|di mana|bagaimana|kenapa|siapa|(?<!yang )ada|ready|masih|tidak(?= |$)(?! pakai| pedas| usah)',
    yes: 'ya|iya|oke|ok|okay|okey|oks|yoi|yup|sip|siap|gas|gaskeun|gaskan|lanjut|lanjutkan|betul|bener|benar|setuju|boleh|deal|jadi|mangga|nggih|sudah benar|cocok|baik|hooh|👍|👌|✅|🙏',
    no: 'tidak|bukan|jangan|belum|nanti dulu|ntar dulu|entar dulu|ntar|nanti saja|tidak jadi|salah|tidak usah|batal saja|👎|❌',
    myName: 'atas nama|nama saya|nama|panggil saya|a n',
    when: `besok|lusa|hari ini|nanti|sekarang|jam|pagi|siang|sore|malam|minggu depan|tanggal|${DAYS}|hari|habis ini|sebentar lagi|secepatnya`,
  },
};
