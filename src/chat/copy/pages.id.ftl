### Kalimat di halaman gerai dan halaman produk. Obrolannya sendiri ada di id.ftl.

page-skip = Langsung ke obrolan
page-languages = Bahasa
page-description = Karya Warga Binaan di { $stand }: lihat produknya, tanya, dan pesan lewat obrolan.
page-tagline = Karya Warga Binaan, langsung dari bengkelnya.
page-stage =
    { $stage ->
        [interest] Baru dipajang dan belum dijual. Silakan lihat-lihat; kalau tertarik, minatnya kami catat.
        [preorder] Sudah bisa dipesan, tanpa pembayaran dulu.
       *[selling] Sudah bisa dibeli di gerai atau dipesan lewat obrolan.
    }
page-no-products = Etalase sedang ditata. Silakan mampir lagi nanti, ya.

## Contoh

page-sample = contoh
page-sample-stand = Ini gerai contoh. Yang bertanda “contoh” belum berlaku.
page-sample-product = Keterangan produk ini masih contoh.

## Produk

page-number = Nomor rak
page-price = { RUPIAH($amount) }
page-price-from = mulai { RUPIAH($amount) }
page-price-unknown = harga dikonfirmasi petugas
page-per = / { $unit }
page-state-ready =
    { $stock ->
        [0] Stok di gerai sedang kosong
       *[other] { $stock } { $unit } siap dibawa
    }
page-state-preorder = Pre-order, sekitar { $days } hari
page-state-preorder-unknown = Pre-order, lama pembuatannya dikonfirmasi petugas
page-state-quote = Lewat penawaran dari bengkelnya
page-state-display = Pajangan, belum dijual
page-ask = Tanya
page-ask-label = Tanya soal { $product }
page-said = Saya mau tanya soal { $product }.

## Halaman produk

page-back = Semua produk
page-product-description = { $product } karya Warga Binaan di { $stand }: harga, keterangan, dan cara memesannya.
page-photo = Gambar { $product }
page-made-by = Dibuat Warga Binaan di { $unit }
page-order-here = Tanya atau pesan di sini
page-ask-here = Tanya di sini
page-telegram = Lanjut di Telegram
page-variants = Pilihan
page-facts = Keterangan
page-pick-up = Diambil di
page-confirmed = dikonfirmasi { $date }
page-unknown = Belum diketahui
page-unknown-offer = Kami tidak mau menebak. Tanyakan lewat obrolan, nanti kami teruskan ke petugas.
page-attribute =
    { $attribute ->
        [size] Ukuran
        [weight] Berat
        [thickness] Ketebalan
        [colour] Warna
        [material] Bahan
        [strength] Kekuatan
        [contents] Isi
        [composition] Komposisi
        [halal] Halal
        [pirt] Nomor P-IRT
        [expiry] Kedaluwarsa
        [allergen] Alergen
        [spice] Tingkat pedas
       *[other] { $attribute }
    }

## Tentang gerai

page-about = Tentang gerai
page-place = Tempat
page-hours = Jam buka
page-closed = tutup
page-payment = Cara bayar
page-payment-unknown = Masih dibicarakan. Belum perlu membayar apa pun.
page-delivery = Pengiriman
page-delivery-unknown = Belum diketahui. Tanyakan lewat obrolan, nanti kami teruskan ke petugas.
page-data = Data pribadi

## Obrolan

page-chat = Obrolan gerai
page-chat-who = Dijawab otomatis, dibantu petugas bila perlu
page-chat-open = Tanya atau pesan di sini
page-chat-close = Tutup obrolan
page-chat-welcome = Halo, selamat datang di { $stand }! Mau tanya produk, harga, atau langsung pesan? Tulis saja di bawah. Nomor raknya juga boleh.
page-chat-try-products = Ada produk apa saja?
page-chat-try-order = Bagaimana cara pesannya?
page-chat-try-hours = Gerai buka jam berapa?
page-chat-text = Tulis pesan
page-chat-send = Kirim
page-chat-photo = Kirim foto
page-chat-typing = Sedang mengetik
page-chat-failed = Maaf, pesannya belum terkirim. Coba periksa sambungan internet, lalu kirim lagi.
page-chat-retry = Kirim lagi
page-chat-sent-photo = Foto
page-chat-link = Membuka tautan
page-chat-you = Anda
page-chat-stand = Gerai
page-chat-noscript = Obrolan ini perlu JavaScript. Tanpa itu pun, petugas di gerai siap membantu.
page-chat-clear = Hapus riwayat obrolan

page-forget = Hapus riwayat obrolan?
page-forget-explained = Riwayat ini hanya tersimpan di perangkat ini. Kalau perangkatnya dipakai bersama, mulailah sebagai orang baru; kabar pesanan tidak akan masuk ke sini lagi.
page-forget-lines = Hapus riwayat
page-forget-all = Hapus dan mulai sebagai orang baru
page-forget-cancel = Batal
