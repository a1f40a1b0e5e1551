### Kalimat untuk petugas UPT, petugas gerai, admin, dan kabar mereka kepada pengunjung.

not-yours = Maaf, pilihan ini hanya untuk petugas yang menanganinya.

## Kartu pesanan

card-head = **{ $code }** · { $name } · { $unit }
card-head-new = **Pesanan baru { $code }** dari { $name } untuk { $unit }
card-head-stock = **{ $code }** dari { $name }: stok { $unit } di gerai. Sekadar info, tidak perlu dijawab.
card-wish = Keinginan pengunjung: { $day }
staff-state =
    { $state ->
        [new] menunggu jawaban
        [quoted] penawaran terkirim, menunggu pengunjung
        [accepted] diterima, sedang dibuat
        [made] selesai dibuat
        [ready] siap diambil
        [collected] sudah diserahkan
        [rejected] ditolak
        [cancelled] dibatalkan
       *[expired] waktunya habis
    }
button-accept = Terima
button-quote = Beri harga
button-made = Selesai dibuat
button-ready = Siap diambil
button-reject = Tolak
staff-button-hand-over = Serahkan
staff-button-slip = Lihat slip
staff-button-not-now = Nanti saja
staff-button-arrived = Sudah tiba dan siap

## Pesanan yang masih berjalan

staff-open-none = Tidak ada pesanan yang menunggu. Terima kasih sudah memeriksa.
staff-open-state =
    { $state ->
        [new] **Menunggu jawaban**
        [accepted] **Sedang dibuat**
        [made] **Selesai dibuat, belum di tempat ambil**
        [quoted] **Menunggu keputusan pengunjung**
       *[ready] **Siap diambil**
    }
staff-open-line = • { $code } · { $name }: { $items }
staff-open-line-of = • { $code } · { $name }: { $items } ({ $unit })
staff-open-more = Masih ada { $count } lagi. Yang lain muncul setelah yang di atas selesai.
staff-part-unknown = Pesanan itu tidak saya temukan. Ketik /pesanan untuk melihat yang masih berjalan.

## Sudah lebih dulu

staff-at-time = pukul { $hour }.{ $minute }
staff-at-day-time = pada { $day } pukul { $hour }.{ $minute }
staff-too-late-by =
    { $state ->
        [quoted] Harganya sudah diberikan oleh { $who } { $when }.
        [accepted] Sudah diterima oleh { $who } { $when }.
        [made] Sudah ditandai selesai dibuat oleh { $who } { $when }.
        [ready] Sudah ditandai siap diambil oleh { $who } { $when }.
        [collected] Sudah diserahkan oleh { $who } { $when }.
        [rejected] Sudah ditolak oleh { $who } { $when }.
        [cancelled] Sudah dibatalkan oleh { $who } { $when }.
       *[other] Sudah diubah oleh { $who } { $when }.
    }
staff-too-late-alone =
    { $state ->
        [quoted] Harganya sudah diberikan { $when }.
        [accepted] Pengunjung sudah menyetujui harganya { $when }.
        [made] Sudah ditandai selesai dibuat { $when }.
        [ready] Sudah siap diambil sejak { $when }.
        [collected] Sudah diserahkan { $when }.
        [rejected] Sudah ditolak { $when }.
        [cancelled] Sudah dibatalkan pengunjung { $when }.
       *[expired] Waktunya sudah habis { $when }.
    }
staff-too-late = Keadaannya sudah berubah, jadi langkah itu tidak bisa lagi.
staff-not-yet =
    { $first ->
        [quote] Untuk pesanan ini, beri harga dulu ya.
       *[accept] Pesanan ini belum diterima. Terima dulu ya.
    }

## Terima

staff-ask-ready-day =
    **{ $code }**: { $items }
    Kapan bisa diambil? Pilih harinya, atau ketik sendiri, misalnya “senin depan” atau “28/11”.
staff-day-unclear = Maaf, harinya belum terbaca. Contohnya “besok”, “jumat”, atau “28/11”.
staff-day-past = Hari itu sudah lewat.
staff-day-too-far = Hari itu terlalu jauh, paling lama { $days } hari dari sekarang.
staff-day-closed = { $place } tutup pada hari itu: { $day }.
staff-did-accept = Pesanan { $code } diterima. Siap: { $day }. Pengunjung sudah kami kabari.

## Tolak

staff-ask-reason =
    **{ $code }**: { $items }
    Apa alasannya? Pengunjung akan membacanya.
staff-reason =
    { $reason ->
        [sold-out] Stok habis
        [materials] Bahan tidak ada
        [capacity] Bengkel sedang penuh
        [too-many] Jumlahnya terlalu banyak
       *[other] Alasan lain
    }
staff-ask-note = Tulis alasannya untuk { $code } dengan kata-kata sendiri, paling panjang { $max } huruf. Mohon tanpa nama atau keterangan tentang Warga Binaan.
staff-note-unclear = Maaf, alasannya belum terbaca.
staff-note-too-long = Maaf, itu agak kepanjangan.
staff-did-reject = Pesanan { $code } ditolak. Alasannya sudah kami sampaikan kepada pengunjung.

## Selesai dibuat dan siap

staff-did-make = { $code } selesai dibuat. Petugas gerai kami kabari bahwa barangnya akan diantar.
staff-did-make-there = { $code } selesai dibuat. Kalau sudah bisa diambil, tekan “Siap diambil”.
staff-did-ready = { $code } siap diambil. Pengunjung sudah kami kabari.
staff-keeper-confirms = Barang ini diambil di gerai, jadi petugas gerai yang memastikannya di sana.

## Penawaran

staff-ask-amount =
    **{ $code }**: { $items }
    Berapa harga seluruhnya? Contohnya “150rb” atau “Rp 1.250.000”.
staff-amount-unclear = Maaf, harganya belum terbaca. Tulis satu angka saja, ya.
staff-amount-total = Pengunjung menerima satu harga untuk semuanya. Tulis jumlah seluruhnya, ya.
staff-amount-positive = Harganya harus lebih dari nol.
staff-amount-absurd = Angkanya besar sekali. Coba periksa lagi nolnya.
staff-ask-quote-day = Harga: **{ RUPIAH($amount) }**. Kalau disetujui, kapan bisa diambil? Pilih harinya, atau ketik sendiri.
staff-ask-valid = Harga: **{ RUPIAH($amount) }**, siap: { $day }. Berlaku berapa hari? Pilih, atau ketik misalnya “10 hari”.
staff-valid-days = { $days } hari
staff-valid-unclear = Masa berlakunya 1 sampai { $max } hari, ya.
staff-valid-which = Maksudnya { $days } hari, atau pilihan nomor { $days } tadi?
staff-quote-restart = Kita mulai lagi dari harganya, ya.
staff-did-quote = Penawaran { RUPIAH($amount) } untuk { $code } sudah dikirim. Berlaku sampai: { $until }.

## Bergabung

join-unknown = Undangan ini tidak kami kenal. Coba periksa tautannya, atau minta yang baru kepada admin.
join-used = Undangan ini sudah dipakai. Minta yang baru kepada admin, ya.
join-expired = Undangan ini sudah lewat masa berlakunya. Minta yang baru kepada admin, ya.
join-already =
    { $role ->
        [staff] Anda sudah terdaftar sebagai petugas { $unit }.
        [keeper] Anda sudah terdaftar sebagai petugas gerai.
        [curator] Anda sudah terdaftar sebagai kurator.
       *[admin] Anda sudah terdaftar sebagai admin.
    }
join-welcome-staff = **Selamat bergabung, { $name }!** Anda kini petugas { $unit }. Pesanan baru masuk ke obrolan ini, cukup dijawab dengan satu ketukan. Ketik /pesanan untuk melihat yang masih berjalan.
join-welcome-keeper = **Selamat bergabung, { $name }!** Anda kini petugas gerai. Ketik kode atau nama pengunjung untuk membuka slipnya. /pesanan menampilkan yang masih berjalan, /tugas menampilkan yang perlu ditelepon.
join-welcome-curator = **Selamat bergabung, { $name }!** Anda kini kurator gerai.
join-welcome-admin = **Selamat bergabung, { $name }!** Anda kini admin. Stok, harga, jam buka, dan undangan diatur lewat /admin.
join-button-parts = Pesanan berjalan
join-button-tasks = Perlu ditelepon
join-button-help = Bantuan
join-button-admin = Menu admin

## Petugas gerai

keeper-code-foreign = “{ $code }” bukan kode dari gerai ini. Kode kami berbentuk seperti R4K-7NP.
keeper-code-unknown = Kode { $code } tidak ada di sini. Coba periksa hurufnya, atau cari dengan nama.
keeper-code-used = **Kode { $code } sudah dipakai**, barangnya sudah diserahkan.
keeper-code-used-when =
    { $who ->
        [none] **Kode { $code } sudah dipakai**, barangnya diserahkan { $when }.
       *[other] **Kode { $code } sudah dipakai**, barangnya diserahkan oleh { $who } { $when }.
    }
keeper-code-closed = Pesanan { $code } sudah ditutup, tidak ada yang diserahkan.
keeper-name-unknown = Tidak ada pesanan berjalan atas nama “{ $name }”. Coba dengan kodenya.
keeper-name-several = Ada { $count } pesanan atas nama “{ $name }”. Yang mana?
keeper-name-more = Dan { $count } lagi. Tulis namanya lebih lengkap, ya.
keeper-button-hand-over = Serahkan { $items }
keeper-button-arrived = Sudah tiba: { $items }
keeper-button-ready = Siap diambil: { $items }
keeper-button-cash = Lunas tunai
keeper-button-qris = Lunas QRIS
keeper-button-unpaid = Batalkan catatan lunas
keeper-did-hand-over = **{ $code } sudah diserahkan.** Terima kasih.
keeper-paid-already = Pembayarannya sudah tercatat. Kalau keliru, batalkan dulu catatan lunasnya.
keeper-not-paid = Belum ada pembayaran yang tercatat.
keeper-payment-unknown = Pesanan itu tidak saya temukan, jadi tidak ada yang dicatat.
keeper-tasks-none = Tidak ada pengunjung yang perlu ditelepon.
keeper-tasks-head = **Mohon ditelepon**, pesan kami tidak sampai kepada mereka:
keeper-task = • { $code } · { $name } · { $phone }
keeper-task-no-phone = • { $code } · { $name } · tanpa nomor, tunggu di gerai
keeper-tasks-more = Dan { $count } lagi.
keeper-task-done = { $code } sudah ditelepon, terima kasih.
keeper-task-gone = Tugas itu sudah selesai.
keeper-button-called = Sudah: { $code }

## Admin

admin-menu =
    **Menu admin**
    { $stage ->
        [interest] Gerai sedang memamerkan produk dan mencatat minat.
        [preorder] Gerai sedang menerima pesanan tanpa pembayaran.
       *[selling] Gerai sedang berjualan.
    } Produk di etalase: { $products }.
admin-button-menu = Menu admin
admin-button-orders = Semua pesanan
admin-button-stock = Hitung stok
admin-button-price = Ubah harga
admin-button-mode = Ubah cara jual
admin-button-hours = Ubah jam buka
admin-button-stage = Ubah tahap gerai
admin-button-invite = Undang petugas
admin-gone = Itu sudah tidak ada di gerai.

admin-orders-none = Tidak ada pesanan yang berjalan.
admin-orders-head = **Pesanan berjalan: { $count }**
admin-orders-more = Masih ada { $count } lagi.
admin-order = **{ $code }** · { $name }
admin-order-part = • { $unit }: { $items } ({ $state })

admin-pick-product =
    { $purpose ->
        [stock] Stok produk mana yang dihitung?
        [price] Harga produk mana yang diubah?
       *[mode] Cara jual produk mana yang diubah?
    }
admin-pick-variant = { $name } yang mana?
admin-no-products =
    { $purpose ->
        [stock] Belum ada produk yang dijual dari stok gerai.
       *[other] Belum ada produk di etalase.
    }

admin-ask-stock =
    **{ $name }**: tercatat { $count } { $unit } di gerai, { $promised } di antaranya sudah dipesan.
    Berapa yang ada sekarang? Tulis angkanya, atau “batal”.
admin-stock-unclear = Maaf, jumlahnya belum terbaca. Tulis angka bulat, misalnya “12”.
admin-stock-same = Stok { $name } cocok: { $count } { $unit }. Tidak ada yang diubah.
admin-stock-promised = { $name } sudah dipesan { $promised } { $unit }, jadi { $count } belum bisa dicatat. Coba hitung lagi, atau batalkan pesanannya dulu.
admin-stock-changed = Stok { $name } dicatat **{ $count } { $unit }** (tadinya { $before }).
admin-stock-none-kept = { $name } tidak dijual dari stok gerai, jadi tidak ada stok yang dihitung.

admin-ask-price =
    **{ $name }** per { $unit }: { $price }
    Berapa harganya sekarang? Misalnya “15rb”, “belum tahu” kalau belum pasti, atau “batal”.
admin-price-unclear = Maaf, harganya belum terbaca. Tulis satu angka saja, ya.
admin-price-positive = Harganya harus lebih dari nol. Kalau belum pasti, tulis “belum tahu”.
admin-price-absurd = Angkanya besar sekali. Coba periksa lagi nolnya.
admin-price-same = Harga { $name } memang sudah begitu: { $price }.
admin-price-changed = Harga { $name }: **{ $price }** (tadinya { $before }).

admin-mode =
    { $mode ->
        [display] Pajangan
        [ready] Siap, dari stok gerai
        [preorder] Pre-order, dibuat dulu
       *[quote] Penawaran, harga dari UPT dulu
    }
admin-ask-mode =
    **{ $name }** saat ini: { $mode ->
        [display] pajangan
        [ready] siap dari stok gerai
        [preorder] pre-order
       *[quote] penawaran
    }.
    Diubah menjadi apa?
admin-mode-same = { $name } memang sudah begitu.
admin-mode-changed =
    { $mode ->
        [display] { $name } kini pajangan: bisa dilihat, belum bisa dipesan.
        [ready] { $name } kini dijual dari stok gerai. Jangan lupa hitung stoknya.
        [preorder] { $name } kini pre-order: dibuat dulu, lalu diambil.
       *[quote] { $name } kini lewat penawaran: UPT memberi harga dulu.
    }

admin-stage =
    { $stage ->
        [interest] Pamer dan catat minat
        [preorder] Pesan tanpa pembayaran
       *[selling] Berjualan
    }
admin-ask-stage =
    { $stage ->
        [interest] Gerai sedang **memamerkan produk dan mencatat minat**.
        [preorder] Gerai sedang **menerima pesanan tanpa pembayaran**.
       *[selling] Gerai sedang **berjualan**.
    } Diubah menjadi apa?
admin-stage-same = Tahap gerai memang sudah begitu.
admin-stage-changed =
    { $stage ->
        [interest] Gerai kini memamerkan produk dan mencatat minat.
        [preorder] Gerai kini menerima pesanan tanpa pembayaran.
       *[selling] Gerai kini berjualan.
    }

admin-pick-place = Jam buka tempat mana yang diubah?
admin-hours-line =
    { $weekday ->
        [0] • Senin: { $hours }
        [1] • Selasa: { $hours }
        [2] • Rabu: { $hours }
        [3] • Kamis: { $hours }
        [4] • Jumat: { $hours }
        [5] • Sabtu: { $hours }
       *[6] • Minggu: { $hours }
    }
admin-ask-hours =
    **{ $place }**
    { $week }

    Tulis jam barunya, misalnya “senin-jumat 08.00-15.00, sabtu tutup”. Hari yang tidak disebut tetap sama. Ketik “batal” untuk membiarkannya.
admin-hours-unclear = Maaf, jamnya belum terbaca.
admin-hours-same =
    Jam buka { $place } memang sudah begitu:
    { $week }
admin-hours-changed =
    Jam buka **{ $place }** sekarang:
    { $week }

admin-role =
    { $role ->
        [staff] Petugas UPT
        [keeper] Petugas gerai
        [curator] Kurator
       *[admin] Admin
    }
admin-ask-role = Siapa yang diundang?
admin-ask-unit = Petugas UPT yang mana?
admin-ask-invite-name =
    { $unit ->
        [none] Undangan untuk **{ $role }**. Siapa namanya? Nama ini yang dibaca rekan-rekannya, misalnya “Bu Rina”.
       *[other] Undangan untuk **{ $role }** di { $unit }. Siapa namanya? Nama ini yang dibaca rekan-rekannya, misalnya “Bu Rina”.
    }
admin-name-unclear = Maaf, namanya belum terbaca. Paling panjang { $max } huruf, ya.
admin-invited =
    Undangan untuk **{ $name }**. Kirimkan hanya kepadanya; berlaku { $hours } jam dan hanya sekali pakai:
    { $links }
admin-invite-code = { $code }

## Kabar untuk petugas gerai

notice-on-its-way = **{ $code }** ({ $name }): { $items } selesai dibuat di { $unit } dan akan diantar ke { $place }. Kalau sudah tiba, tekan tombol di bawah.
notice-made-there = **{ $code }** ({ $name }): { $items } selesai dibuat di { $unit }. Diambilnya di { $place }; kalau sudah siap di sana, bisa dipastikan di bawah.

## Kabar untuk pengunjung

notice-accepted =
    **Pesanan { $code } diterima.** { $unit } akan menyiapkan { $items }.
    Perkiraan siap: { $day }
    Tempat ambil: { $place }
    Kami kabari lagi begitu bisa diambil.
notice-rejected =
    { $reason ->
        [sold-out] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena stoknya habis.
        [materials] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena bahannya sedang tidak ada.
        [capacity] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena bengkelnya sedang penuh.
        [too-many] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }) karena jumlahnya terlalu banyak.
       *[other] Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }).
    }
notice-rejected-note =
    Mohon maaf, { $unit } belum bisa memenuhi pesanan { $code } ({ $items }).
    Kata petugasnya: “{ $note }”
notice-quoted =
    **Penawaran untuk pesanan { $code }** dari { $unit }
    { $items }
    Harga seluruhnya: **{ RUPIAH($amount) }**
    Perkiraan siap: { $day }
    Berlaku sampai: { $until }
    Bagaimana, dilanjutkan?
notice-ready =
    **Pesanan { $code } siap diambil!**
    { $items }
    Tempat: { $place }
    Mulai: { $day }, { $hours }
    Sebutkan saja kode **{ $code }** kepada petugas.
notice-ready-agreed =
    **Pesanan { $code } siap diambil!**
    { $items }
    Tempat: { $place }, waktunya sesuai kesepakatan.
    Sebutkan saja kode **{ $code }** kepada petugas.
notice-collected = Terima kasih sudah mengambil { $items } (pesanan { $code }). Semoga bermanfaat. Membeli karya Warga Binaan ikut mendukung pembinaan mereka.
